import { z } from 'zod';
import { procedureWith, router } from '../trpc.ts';
import { getShopApi } from './get-shop-api.ts';
import { makeKey } from './make-key.ts';
import { revokeKey } from './revoke-key.ts';
import { rotateKey } from './rotate-key.ts';
import { renewSecret, saveWebhook } from './save-webhook.ts';
import { sendEventAgain } from './send-event-again.ts';
import {
  connectionInput,
  makeKeyInput,
  renewSecretInput,
  revokeKeyInput,
  rotateKeyInput,
  saveWebhookInput,
  sendAgainInput,
} from './shop-api-input.ts';
import { shopApiView } from './shop-api-view.ts';

const admin = procedureWith('connections');
const done = z.object({ ok: z.literal(true) });
/** Shown once. */
const madeKey = z.object({ id: z.uuid(), token: z.string() });

export const shopApiRouter = router({
  get: admin
    .input(connectionInput)
    .output(shopApiView)
    .query(({ ctx, input }) => getShopApi(ctx.deps, ctx, input.connectionId)),

  makeKey: admin
    .input(makeKeyInput)
    .output(madeKey)
    .mutation(async ({ ctx, input }) => {
      const { key, token } = await makeKey(ctx.deps, ctx, input);
      return { id: key.id, token };
    }),

  rotateKey: admin
    .input(rotateKeyInput)
    .output(madeKey)
    .mutation(async ({ ctx, input }) => {
      const { key, token } = await rotateKey(ctx.deps, ctx, input);
      return { id: key.id, token };
    }),

  revokeKey: admin
    .input(revokeKeyInput)
    .output(done)
    .mutation(async ({ ctx, input }) => {
      await revokeKey(ctx.deps, ctx, input.keyId);
      return { ok: true };
    }),

  saveWebhook: admin
    .input(saveWebhookInput)
    .output(z.object({ secret: z.string().nullable() }))
    .mutation(async ({ ctx, input }) => ({ secret: await saveWebhook(ctx.deps, ctx, input) })),

  renewSecret: admin
    .input(renewSecretInput)
    .output(z.object({ secret: z.string() }))
    .mutation(async ({ ctx, input }) => ({ secret: await renewSecret(ctx.deps, ctx, input) })),

  sendAgain: admin
    .input(sendAgainInput)
    .output(done)
    .mutation(async ({ ctx, input }) => {
      await sendEventAgain(ctx.deps, ctx, input.eventId);
      return { ok: true };
    }),
});
