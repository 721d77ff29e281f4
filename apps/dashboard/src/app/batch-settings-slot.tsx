import { lazy, Suspense } from 'react';

const BatchSettings = lazy(async () => ({
  default: (await import('../batches/batch-settings.tsx')).BatchSettings,
}));

/** Where the page of a connection shows how it wants its batch files, last: it comes later than the rest. */
export function BatchSettingsSlot({ connection }: { readonly connection: string }) {
  return (
    <Suspense>
      <BatchSettings connection={connection} />
    </Suspense>
  );
}
