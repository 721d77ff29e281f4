import { create } from 'qrcode';
import { useMemo } from 'react';
import styles from './sign-in.module.css';

type QrPictureProps = { readonly text: string; readonly label: string };

/** A QR code drawn here, in the page: its content goes nowhere. */
export function QrPicture({ text, label }: QrPictureProps) {
  const { path, size } = useMemo(() => {
    const { modules } = create(text, { errorCorrectionLevel: 'M' });
    const dark: string[] = [];
    for (let row = 0; row < modules.size; row += 1) {
      for (let column = 0; column < modules.size; column += 1) {
        if (modules.get(row, column)) dark.push(`M${column} ${row}h1v1h-1z`);
      }
    }
    return { path: dark.join(''), size: modules.size };
  }, [text]);

  return (
    <svg
      className={styles.qr}
      viewBox={`0 0 ${size} ${size}`}
      role="img"
      aria-label={label}
      shapeRendering="crispEdges"
    >
      <title>{label}</title>
      <path d={path} fill="#000" />
    </svg>
  );
}
