import { readPaymentSearch } from './payment-search.ts';
import type { PagePosition } from './use-payments-page.ts';

const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;
const cursor = /^[\w-]{1,500}$/;

/** All that an address of the list says: filters, the view it stands in, the page it lies on. */
export function readListAddress(raw: Readonly<Record<string, unknown>>) {
  const { after, before, view, ...filters } = raw;
  const text = (value: unknown, shape: RegExp) =>
    typeof value === 'string' && shape.test(value) ? value : null;
  const next = text(after, cursor);
  const previous = text(before, cursor);
  const position: PagePosition = {
    ...(next !== null && { after: next }),
    ...(previous !== null && { before: previous }),
  };
  return {
    ...readPaymentSearch(filters),
    viewId: text(view, uuid),
    position,
    /** It asks for nothing at all. */
    isBare: Object.keys(raw).length === 0,
  };
}
