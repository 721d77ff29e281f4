import { Link } from '@tanstack/react-router';
import { useTranslations } from 'use-intl';
import { languageNames } from '../app/language-names.ts';
import { Section } from '../ui/section.tsx';
import { useFormat } from '../ui/use-format.ts';
import type { LinkDetail } from './link.ts';
import styles from './links.module.css';

/** What a link was made with. */
export function LinkFacts({ link }: { readonly link: LinkDetail }) {
  const words = useTranslations('links');
  const format = useFormat();
  const hours = link.captureHours;
  const capture =
    hours === null ? words(`captureName.${link.capture}`) : words('captureHours', { hours });
  const facts = [
    [words('refNr'), link.refNr],
    [words('description'), link.orderDesc],
    [words('expires'), format.instant(link.validUntil)],
    [words('opened'), words('openedTimes', { count: link.opened })],
    [words('language'), languageNames[link.language]],
    [words('capture'), capture],
    [words('by'), words('byText', { name: link.by, when: format.shortInstant(link.createdAt) })],
    [words('userData'), link.userData],
    [words('plain'), link.plain],
    [words('custom'), link.custom],
  ] as const;
  return (
    <Section title={words('section.details')}>
      <dl className={styles.list}>
        {facts.map(([name, value]) =>
          value === null ? null : (
            <div key={name} className={styles.pair}>
              <dt>{name}</dt>
              <dd>
                <bdi>{value}</bdi>
              </dd>
            </div>
          ),
        )}
      </dl>
      {link.forPaymentId === null ? null : (
        <p>
          {words('toOriginal')}{' '}
          <Link to="/payments/$paymentId" params={{ paymentId: link.forPaymentId }}>
            {words('toOriginalLink')}
          </Link>
        </p>
      )}
    </Section>
  );
}
