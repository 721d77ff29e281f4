import styles from './button.module.css';
import { classNames } from './class-names.ts';

export type ButtonTone = 'primary' | 'danger' | 'plain' | 'quiet';
export type ButtonSize = 'small' | 'medium' | 'large';

/** The look of a button, for links that stand where a button would. */
export function buttonClass(tone: ButtonTone = 'plain', size: ButtonSize = 'medium'): string {
  return classNames(styles.button, styles[tone], styles[size]);
}
