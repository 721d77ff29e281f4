import { z } from 'zod';

const liveMessage = z.discriminatedUnion('type', [
  z.object({ type: z.literal('payment'), merchantId: z.int(), paymentId: z.uuid() }),
  z.object({ type: z.literal('link'), merchantId: z.int(), linkId: z.uuid() }),
  /** An export of this person moved on. */
  z.object({ type: z.literal('export'), userId: z.uuid(), exportId: z.uuid() }),
  /** A callback waits in the inbox. */
  z.object({ type: z.literal('callback'), merchantId: z.int().optional() }),
  /** Something became of a callback, or one was refused. */
  z.object({ type: z.literal('inbox'), merchantId: z.int() }),
  /** Something waits to be told to a shop. */
  z.object({ type: z.literal('shop'), merchantId: z.int() }),
  /** Business time moved, or so much may have changed that everything is to be read again. */
  z.object({ type: z.literal('clock') }),
]);
export type LiveMessage = z.infer<typeof liveMessage>;

/** Reads the payload of a database notification; null for what we do not understand. */
export function parseLiveMessage(payload: string): LiveMessage | null {
  try {
    return liveMessage.safeParse(JSON.parse(payload)).data ?? null;
  } catch {
    return null;
  }
}
