import { TRPCError } from '@trpc/server';
import { z } from 'zod';
import type { Deps } from '../deps.ts';
import type { Membership } from '../sessions/person.ts';
import { procedureWith, router } from '../trpc.ts';
import {
  createConnectionInput,
  testConnectionInput,
  updateConnectionInput,
} from './connection-input.ts';
import type { ConnectionRow } from './connection-row.ts';
import { connectionView, toConnectionView } from './connection-view.ts';
import { createConnection } from './create-connection.ts';
import { brandsView, listBrands } from './list-brands.ts';
import { belongs, findOwnConnection, listOwnConnections } from './own-connections.ts';
import { connectionTestView, testConnection } from './test-connection.ts';
import { updateConnection } from './update-connection.ts';

type Asking = {
  readonly deps: Deps;
  readonly memberships: readonly Membership[];
  readonly origin: string;
};

const admin = procedureWith('connections');

export const connectionsRouter = router({
  list: admin.output(z.object({ rows: z.array(connectionView) })).query(async ({ ctx }) => {
    const rows = await listOwnConnections(ctx.deps, ctx.memberships);
    return { rows: rows.map((row) => show(ctx, row)) };
  }),

  get: admin
    .input(z.strictObject({ id: z.uuid() }))
    .output(connectionView)
    .query(async ({ ctx, input }) => show(ctx, await own(ctx, input.id))),

  brands: admin.output(brandsView).query(() => listBrands()),

  create: admin
    .input(createConnectionInput)
    .output(connectionView)
    .mutation(async ({ ctx, input }) => {
      if (!belongs(ctx.memberships, input.merchantId)) throw notFound();
      return show(ctx, await createConnection(ctx.deps, ctx.person.id, input));
    }),

  update: admin
    .input(updateConnectionInput)
    .output(connectionView)
    .mutation(async ({ ctx, input }) => {
      const current = await own(ctx, input.id);
      return show(ctx, await updateConnection(ctx.deps, ctx.person.id, current, input));
    }),

  test: admin
    .input(testConnectionInput)
    .output(connectionTestView)
    .mutation(async ({ ctx, input }) => {
      const row = await own(ctx, input.id);
      return testConnection(ctx.deps, ctx.person.id, row, input);
    }),
});

async function own({ deps, memberships }: Asking, id: string): Promise<ConnectionRow> {
  const row = await findOwnConnection(deps, memberships, id);
  if (row === null) throw notFound();
  return row;
}

function show({ deps, memberships, origin }: Asking, row: ConnectionRow) {
  const at = memberships.find(({ merchantId }) => merchantId === row.merchantId);
  const merchantName = at?.merchantName ?? '';
  return toConnectionView(row, { merchantName, origin, demo: deps.env.demo });
}

function notFound(): TRPCError {
  return new TRPCError({ code: 'NOT_FOUND', message: 'no-such-connection' });
}
