import styles from './icon.module.css';
import { iconPaths } from './icon-paths.tsx';

export type IconName = keyof typeof iconPaths;

type IconProps = { readonly name: IconName; readonly size?: 12 | 16 | 20 };

/** Decoration beside a word: hidden from assistive technology, never alone for a state. */
export function Icon({ name, size = 12 }: IconProps) {
  return (
    <svg
      className={styles.icon}
      viewBox="0 0 12 12"
      width={size}
      height={size}
      aria-hidden="true"
      focusable="false"
    >
      {iconPaths[name]}
    </svg>
  );
}
