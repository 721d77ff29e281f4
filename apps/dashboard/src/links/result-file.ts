import { toAmountText } from '../ui/money.ts';
import type { PaymentLink } from './link.ts';

/** The links as CSV: order, amount, description, address and end, with a byte order mark for Excel. */
export function resultFile(links: readonly PaymentLink[]): string {
  const rows = links.map(({ refNr, amount, orderDesc, url, validUntil }) => [
    refNr ?? '',
    toAmountText(amount),
    orderDesc,
    url,
    new Date(validUntil).toISOString(),
  ]);
  const names = ['refNr', 'amount', 'description', 'url', 'validUntil'];
  return `\uFEFF${[names, ...rows].map((row) => row.map(cell).join(';')).join('\r\n')}\r\n`;
}

/** Quoted where needed; a text that a spreadsheet would run as a formula is defused. */
function cell(text: string): string {
  const safe = /^[=+\-@\t\r]/.test(text) ? `'${text}` : text;
  return /[";\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
