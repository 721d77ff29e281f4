import { useState } from 'react';
import { useTranslations } from 'use-intl';
import { Button } from '../ui/button.tsx';
import { EmptyState } from '../ui/empty-state.tsx';
import { KeyTable } from './key-table.tsx';
import { MakeKeyDialog } from './make-key-dialog.tsx';
import { RevokeKeyDialog } from './revoke-key-dialog.tsx';
import { RotateKeyDialog } from './rotate-key-dialog.tsx';
import styles from './shop-api.module.css';
import type { ShopApi, ShopKey } from './shop-api.ts';
import { ShownOnce } from './shown-once.tsx';

type Asking =
  | { readonly what: 'make' }
  | { readonly what: 'rotate' | 'revoke'; readonly shopKey: ShopKey };

/** The keys of a shop, and what may be done with them. */
export function KeySection({ shop }: { readonly shop: ShopApi }) {
  const words = useTranslations('shopApi');
  const [asking, setAsking] = useState<Asking | null>(null);
  const [token, setToken] = useState<string | null>(null);
  const close = () => setAsking(null);
  const show = (made: string) => {
    close();
    setToken(made);
  };

  return (
    <section className={styles.part} aria-labelledby="shop-keys">
      <div className={styles.head}>
        <h2 id="shop-keys">{words('keys')}</h2>
        <Button tone="primary" onPress={() => setAsking({ what: 'make' })}>
          {words('makeKey')}
        </Button>
      </div>
      {token === null ? null : (
        <ShownOnce key={token} what="key" text={token} onClose={() => setToken(null)} />
      )}
      {shop.keys.length === 0 ? (
        <EmptyState title={words('noKeys')}>{words('noKeysText')}</EmptyState>
      ) : (
        <KeyTable keys={shop.keys} onAsk={(what, shopKey) => setAsking({ what, shopKey })} />
      )}
      {asking === null ? null : asking.what === 'make' ? (
        <MakeKeyDialog connectionId={shop.connection.id} onClose={close} onMade={show} />
      ) : asking.what === 'rotate' ? (
        <RotateKeyDialog shopKey={asking.shopKey} onClose={close} onMade={show} />
      ) : (
        <RevokeKeyDialog shopKey={asking.shopKey} onClose={close} />
      )}
    </section>
  );
}
