import { useMemo } from 'react';
import { useTranslations } from 'use-intl';
import { classNames } from '../ui/class-names.ts';
import { useFormat } from '../ui/use-format.ts';
import type { PaymentLink } from './link.ts';
import { qrPath } from './qr-code.ts';
import styles from './qr-picture.module.css';

type QrPictureProps = {
  readonly link: Pick<PaymentLink, 'url' | 'amount'>;
  readonly size?: 'page' | 'sheet' | 'counter';
};

/** The code of a link: dark on white in both themes, with its quiet zone. */
export function QrPicture({ link: { url, amount }, size = 'page' }: QrPictureProps) {
  const words = useTranslations('links');
  const format = useFormat();
  const code = useMemo(() => qrPath(url), [url]);
  const label = words('qr', { amount: format.money(amount), url });
  return (
    <svg
      className={classNames(styles.qr, styles[size])}
      viewBox={`0 0 ${code.size} ${code.size}`}
      role="img"
      aria-label={label}
      shapeRendering="crispEdges"
    >
      <title>{label}</title>
      <path d={`M0 0h${code.size}v${code.size}H0z`} fill="#fff" />
      <path d={code.path} fill="#000" />
    </svg>
  );
}
