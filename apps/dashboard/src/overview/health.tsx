import { useQuery } from '@tanstack/react-query';
import { useTranslations } from 'use-intl';
import { LoadError } from '../app/load-error.tsx';
import { useSession } from '../app/session.tsx';
import { useTRPC } from '../app/trpc.ts';
import { useFormat } from '../ui/use-format.ts';
import { Figure } from './figure.tsx';
import styles from './figures.module.css';
import boxes from './overview.module.css';
import type { Health } from './overview.ts';

const HOUR_MS = 3_600_000;

/** Whether each gateway answers, notifications get through and payments are looked at every day. */
export function HealthFigures() {
  const words = useTranslations('overview');
  const trpc = useTRPC();
  const health = useQuery(trpc.overview.health.queryOptions());
  return (
    <section aria-labelledby="health" className={boxes.section}>
      <h2 id="health">{words('health')}</h2>
      <LoadError query={health} />
      {health.data === undefined ? null : (
        <nav aria-label={words('health')} className={styles.figures}>
          {health.data.gateways.map((gateway) => (
            <Gateway key={gateway.id} gateway={gateway} />
          ))}
          <Notifications notifications={health.data.notifications} />
          <Sweep sweep={health.data.sweep} />
        </nav>
      )}
    </section>
  );
}

function Gateway({ gateway }: { readonly gateway: Health['gateways'][number] }) {
  const words = useTranslations('overview');
  const { can } = useSession();
  const format = useFormat();
  const { answered, calls, connection, id, label, lastAnswerAt, state } = gateway;
  return (
    <Figure
      label={words('gateway', { label })}
      text={
        state === 'quiet'
          ? words('gatewayQuiet')
          : words(lastAnswerAt === null ? 'gatewayNever' : 'gatewayText', {
              answered,
              calls,
              at: lastAnswerAt === null ? '' : format.shortInstant(lastAnswerAt),
            })
      }
      level={state === 'silent' ? 'critical' : answered < calls ? 'urgent' : 'calm'}
      to={
        can('connections')
          ? { to: '/settings/connections/$connectionId', params: { connectionId: id } }
          : { to: '/notifications', search: { view: 'all', connection } }
      }
    >
      {words(`gatewayState.${state}`)}
    </Figure>
  );
}

function Notifications({ notifications }: Pick<Health, 'notifications'>) {
  const words = useTranslations('overview');
  const format = useFormat();
  const { parked, unforwarded } = notifications;
  return (
    <>
      <Figure
        label={words('parked')}
        text={words('parkedText')}
        level={parked > 0 ? 'urgent' : 'calm'}
        to={{ to: '/notifications', search: { view: 'all', state: 'parked' } }}
      >
        {format.count(parked)}
      </Figure>
      <Figure
        label={words('unforwarded')}
        text={words('unforwardedText')}
        level={unforwarded > 0 ? 'urgent' : 'calm'}
        to={{ to: '/notifications', search: { view: 'problems' } }}
      >
        {format.count(unforwarded)}
      </Figure>
    </>
  );
}

function Sweep({ sweep }: Pick<Health, 'sweep'>) {
  const words = useTranslations('overview');
  const hours = Math.floor(sweep.delayMs / HOUR_MS);
  return (
    <Figure label={words('sweep')} text={words('sweepText')} level={hours > 0 ? 'urgent' : 'calm'}>
      {words('sweepLate', { hours })}
    </Figure>
  );
}
