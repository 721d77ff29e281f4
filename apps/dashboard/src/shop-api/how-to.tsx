import { useTranslations } from 'use-intl';
import { CopyButton } from '../ui/copy-button.tsx';
import styles from './shop-api.module.css';

/** The first request of a shop, to be copied, and where everything else is written. */
export function HowTo({ baseUrl }: { readonly baseUrl: string }) {
  const words = useTranslations('shopApi');
  const example = exampleOf(baseUrl);
  return (
    <section className={styles.part} aria-labelledby="shop-how-to">
      <div className={styles.head}>
        <h2 id="shop-how-to">{words('howTo')}</h2>
        <CopyButton text={example} what={words('example')} />
      </div>
      <p className={styles.lead}>{words('howToText')}</p>
      <pre className={styles.code}>
        <code>{example}</code>
      </pre>
      <ul className={styles.list}>
        <li>{words('howToRepeat')}</li>
        <li>{words('howToState')}</li>
        <li>{words('howToSignature')}</li>
      </ul>
      <p className={styles.links}>
        <a href={`${baseUrl}/guide`}>{words('guide')}</a>
        <a href={`${baseUrl}/openapi.json`}>{words('openApi')}</a>
      </p>
    </section>
  );
}

/** Works as it stands in a shell, once the key is in it. */
function exampleOf(baseUrl: string): string {
  const body = {
    transId: 'order-1001',
    amount: 5900,
    currency: 'CHF',
    description: 'Order 1001',
    returnUrls: {
      success: 'https://shop.example/thanks',
      failure: 'https://shop.example/basket',
    },
  };
  return [
    `curl ${baseUrl}/payments \\`,
    "  -H 'Authorization: Bearer YOUR_KEY' \\",
    "  -H 'Content-Type: application/json' \\",
    `  -d '${JSON.stringify(body, null, 2)}'`,
  ].join('\n');
}
