import { useQuery } from '@tanstack/react-query';
import { Link, useParams } from '@tanstack/react-router';
import { useTranslations } from 'use-intl';
import { useErrorText } from '../app/error-text.ts';
import { isNowhere } from '../app/failure.ts';
import { NoAccess } from '../app/no-access.tsx';
import { Page } from '../app/page.tsx';
import { useSession } from '../app/session.tsx';
import { useTRPC } from '../app/trpc.ts';
import { BackLink } from '../ui/back-link.tsx';
import { Button } from '../ui/button.tsx';
import { buttonClass } from '../ui/button-class.ts';
import { CopyButton } from '../ui/copy-button.tsx';
import { EmptyState } from '../ui/empty-state.tsx';
import { Skeleton } from '../ui/skeleton.tsx';
import { useFormat } from '../ui/use-format.ts';
import { isPayable, type LinkDetail, orderOf } from './link.ts';
import { LinkFacts } from './link-facts.tsx';
import { LinkStanding } from './link-standing.tsx';
import styles from './links.module.css';
import { MailLink } from './mail-link.tsx';
import { qrPng, qrSvg } from './qr-code.ts';
import { QrPicture } from './qr-picture.tsx';
import { saveFile } from './save-file.ts';
import { WithdrawLink } from './withdraw-link.tsx';

/** One payment link: its code, how it stands, and every way to hand it over. */
export function LinkPage() {
  const words = useTranslations('links');
  const errorText = useErrorText();
  const { can } = useSession();
  const trpc = useTRPC();
  const { linkId = '' } = useParams({ strict: false });
  const link = useQuery(trpc.links.get.queryOptions({ linkId }, { enabled: can('link') }));

  if (link.data !== undefined) return <Detail link={link.data} />;
  const isGone = link.error !== null && isNowhere(link.error);
  return (
    <Page title={words('loading')} above={<BackLink to="/links">{words('back')}</BackLink>}>
      {!can('link') ? (
        <NoAccess right="link" />
      ) : link.error === null ? (
        <Skeleton />
      ) : (
        <EmptyState title={isGone ? words('gone') : errorText(link.error)} />
      )}
    </Page>
  );
}

function Detail({ link }: { readonly link: LinkDetail }) {
  const words = useTranslations('links');
  const format = useFormat();
  const canBePaid = isPayable(link);
  const order = orderOf(link);
  const file = `twint-${order.replaceAll(/[^A-Za-z0-9_-]+/g, '-')}`;
  return (
    <Page
      title={order}
      documentTitle={`${order} – ${words('loading')}`}
      above={<BackLink to="/links">{words('back')}</BackLink>}
    >
      <div className={styles.card}>
        {canBePaid ? <QrPicture link={link} /> : null}
        <div className={styles.facts}>
          <p className={styles.amount}>{format.money(link.amount)}</p>
          <LinkStanding link={link} />
          {canBePaid ? (
            <>
              <p className={styles.address}>
                <code>{link.url}</code>
                <CopyButton text={link.url} what={words('linkWord')} />
              </p>
              <div className={styles.buttons}>
                <Link
                  to="/links/$linkId/counter"
                  params={{ linkId: link.id }}
                  className={buttonClass('plain')}
                >
                  {words('counter')}
                </Link>
                <Link
                  to="/links/$linkId/print"
                  params={{ linkId: link.id }}
                  className={buttonClass('plain')}
                >
                  {words('print')}
                </Link>
                <Button onPress={() => saveFile(`${file}.svg`, qrSvg(link.url), 'image/svg+xml')}>
                  {words('svg')}
                </Button>
                <Button
                  onPress={() => void qrPng(link.url).then((png) => saveFile(`${file}.png`, png))}
                >
                  {words('png')}
                </Button>
              </div>
            </>
          ) : null}
        </div>
      </div>
      <MailLink link={link} isPayable={canBePaid} />
      <LinkFacts link={link} />
      {canBePaid ? <WithdrawLink link={link} /> : null}
    </Page>
  );
}
