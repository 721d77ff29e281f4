import { useTranslations } from 'use-intl';
import { Badge, type Tone } from '../ui/badge.tsx';
import { Button } from '../ui/button.tsx';
import type { IconName } from '../ui/icon.tsx';
import { useFormat } from '../ui/use-format.ts';
import styles from './shop-api.module.css';
import type { ShopKey } from './shop-api.ts';

const looks: Record<ShopKey['state'], { readonly tone: Tone; readonly icon: IconName }> = {
  valid: { tone: 'success', icon: 'check-disc' },
  ending: { tone: 'warning', icon: 'hourglass' },
  expired: { tone: 'neutral', icon: 'struck-hourglass' },
  revoked: { tone: 'neutral', icon: 'slashed-ring' },
};

type KeyTableProps = {
  readonly keys: readonly ShopKey[];
  readonly onAsk: (what: 'rotate' | 'revoke', key: ShopKey) => void;
};

/** One key a row: its beginning, what it may do, until when, and when it was used last. */
export function KeyTable({ keys, onAsk }: KeyTableProps) {
  const words = useTranslations('shopApi');
  return (
    <div className={styles.box}>
      <table className={styles.table}>
        <caption className="visually-hidden">{words('keys')}</caption>
        <thead>
          <tr>
            <th scope="col">{words('key')}</th>
            <th scope="col">{words('rights')}</th>
            <th scope="col">{words('state')}</th>
            <th scope="col">{words('used')}</th>
            <th scope="col">
              <span className="visually-hidden">{words('actions')}</span>
            </th>
          </tr>
        </thead>
        <tbody>
          {keys.map((key) => (
            <tr key={key.id}>
              <th scope="row">
                <bdi>{key.name}</bdi>
                <span className={styles.detail}>
                  <bdi className="identifier">{key.prefix}…</bdi>
                </span>
              </th>
              <td>
                {key.rights.map((right) => (
                  <span key={right} className={styles.line}>
                    {words(`right.${right}`)}
                  </span>
                ))}
              </td>
              <td>
                <KeyState shopKey={key} />
              </td>
              <td>
                <span className={styles.narrow}>{words('used')}</span>
                <Used shopKey={key} />
              </td>
              <td>
                <Actions shopKey={key} onAsk={onAsk} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

type RowProps = { readonly shopKey: ShopKey };

function KeyState({ shopKey: { state, expiresAt, revokedAt, createdAt } }: RowProps) {
  const words = useTranslations('shopApi');
  const format = useFormat();
  const at = state === 'revoked' ? revokedAt : state === 'valid' ? createdAt : expiresAt;
  return (
    <div className={styles.state}>
      <Badge {...looks[state]}>{words(`keyState.${state}`)}</Badge>
      <span className={styles.detail}>
        {words(`keySince.${state}`, { time: format.shortInstant(at ?? createdAt) })}
      </span>
    </div>
  );
}

function Used({ shopKey: { lastUsedAt } }: RowProps) {
  const words = useTranslations('shopApi');
  const format = useFormat();
  if (lastUsedAt === null) return <>{words('neverUsed')}</>;
  return (
    <time dateTime={new Date(lastUsedAt).toISOString()}>{format.shortInstant(lastUsedAt)}</time>
  );
}

function Actions({ shopKey, onAsk }: RowProps & Pick<KeyTableProps, 'onAsk'>) {
  const words = useTranslations('shopApi');
  const { name, prefix, state } = shopKey;
  if (state === 'expired' || state === 'revoked') return null;
  const what = `${name} ${prefix}`;
  return (
    <div className={styles.actions}>
      {state === 'valid' ? (
        <Button
          size="small"
          label={words('rotateOf', { what })}
          onPress={() => onAsk('rotate', shopKey)}
        >
          {words('rotate')}
        </Button>
      ) : null}
      <Button
        size="small"
        label={words('revokeOf', { what })}
        onPress={() => onAsk('revoke', shopKey)}
      >
        {words('revoke')}
      </Button>
    </div>
  );
}
