import { useQuery } from '@tanstack/react-query';
import { useTranslations } from 'use-intl';
import { LoadError } from '../app/load-error.tsx';
import { useTRPC } from '../app/trpc.ts';
import { Section } from '../ui/section.tsx';
import { BatchSettingsForm } from './batch-settings-form.tsx';
import styles from './batches.module.css';

/** How the batch manager of one connection (its slug) wants its files. */
export function BatchSettings({ connection }: { readonly connection: string }) {
  const words = useTranslations('batches.settings');
  const trpc = useTRPC();
  const settings = useQuery(trpc.batches.settings.queryOptions());
  const found = settings.data?.rows.find((row) => row.connection === connection);
  return (
    <Section title={words('title')}>
      <p className={styles.lead}>{words('lead')}</p>
      <LoadError query={settings} />
      {found === undefined ? null : <BatchSettingsForm settings={found} />}
    </Section>
  );
}
