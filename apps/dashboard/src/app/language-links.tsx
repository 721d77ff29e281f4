import { useTranslations } from 'use-intl';
import { classNames } from '../ui/class-names.ts';
import { langs } from '../words/lang.ts';
import { useLanguage } from './language.tsx';
import styles from './language-links.module.css';
import { languageNames } from './language-names.ts';

/** The four languages side by side, each in its own name. */
export function LanguageLinks() {
  const words = useTranslations('shell');
  const { choice, choose } = useLanguage();
  return (
    <fieldset className={styles.links}>
      <legend className={styles.legend}>{words('language')}</legend>
      {langs.map((lang) => (
        <button
          key={lang}
          type="button"
          lang={lang}
          className={classNames(styles.link, lang === choice && styles.current)}
          aria-pressed={lang === choice}
          onClick={() => void choose(lang)}
        >
          <bdi>{languageNames[lang]}</bdi>
        </button>
      ))}
    </fieldset>
  );
}
