import { lazy, Suspense } from 'react';

const LinksOfPayment = lazy(async () => ({
  default: (await import('../links/links-of-payment.tsx')).LinksOfPayment,
}));

/** Where the page of a payment shows its payment links: features meet here. */
export function LinksSlot({ paymentId }: { readonly paymentId: string }) {
  return (
    <Suspense>
      <LinksOfPayment paymentId={paymentId} />
    </Suspense>
  );
}
