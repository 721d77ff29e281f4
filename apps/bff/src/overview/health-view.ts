import { z } from 'zod';

const count = z.int().nonnegative();

/** How the line to each gateway, the callback door and the daily look fare. Instants in ms UTC. */
export const healthView = z.object({
  gateways: z.array(
    z.object({
      id: z.uuid(),
      connection: z.string(),
      label: z.string(),
      /** `quiet`: nobody asked anything within the hour. */
      state: z.enum(['answering', 'silent', 'quiet']),
      /** Of the last calls, how many there were and how many of them were answered. */
      calls: count,
      answered: count,
      lastAnswerAt: z.int().nullable(),
    }),
  ),
  notifications: z.object({
    /** Authentic ones that were put aside: nobody works on them any more. */
    parked: count,
    /** Not passed on to the shop, though it was tried. */
    unforwarded: count,
  }),
  /** By how much the daily look at the payment that waits longest is late; 0: it is on time. */
  sweep: z.object({ delayMs: count }),
});
