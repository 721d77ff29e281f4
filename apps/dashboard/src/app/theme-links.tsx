import { useTranslations } from 'use-intl';
import { classNames } from '../ui/class-names.ts';
import styles from './language-links.module.css';
import { type Theme, themes, useTheme } from './theme.ts';

/** Light, dark, or as the device. */
export function ThemeLinks() {
  const words = useTranslations('shell');
  const { choose, theme } = useTheme();
  const names: Record<Theme, string> = {
    light: words('themeLight'),
    dark: words('themeDark'),
    system: words('themeSystem'),
  };
  return (
    <fieldset className={styles.links}>
      <legend className={styles.legend}>{words('theme')}</legend>
      {themes.map((name) => (
        <button
          key={name}
          type="button"
          className={classNames(styles.link, name === theme && styles.current)}
          aria-pressed={name === theme}
          onClick={() => choose(name)}
        >
          {names[name]}
        </button>
      ))}
    </fieldset>
  );
}
