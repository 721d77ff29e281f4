import { setTimeout as pause } from 'node:timers/promises';
import type { House } from '../house/house.ts';

const PER_TICK = 100;
const TICK_MS = 100;
const TURNS = 10;

/**
 * A thousand payments a second change for so long: the newest thousand in turn, each written and told
 * to every server as the product does it. Answers with how many were told.
 */
export async function burst({ deps }: House, durationMs: number): Promise<number> {
  const until = performance.now() + durationMs;
  let told = 0;
  for (let tick = 0; performance.now() < until; tick += 1) {
    const due = performance.now() + TICK_MS;
    const { rowCount } = await deps.database.money.query(
      `WITH taken AS (
         SELECT merchant_id, id FROM payments WHERE merchant_id = 1
         ORDER BY created_at DESC, id DESC OFFSET $1 LIMIT $2
       ), changed AS (
         UPDATE payments SET checked_at = $3 FROM taken
         WHERE payments.merchant_id = taken.merchant_id AND payments.id = taken.id
         RETURNING payments.merchant_id, payments.id
       )
       SELECT pg_notify('desk_live',
         json_build_object('type', 'payment', 'merchantId', merchant_id, 'paymentId', id)::text)
       FROM changed`,
      [(tick % TURNS) * PER_TICK, PER_TICK, new Date(deps.clock.now())],
    );
    told += rowCount ?? 0;
    await pause(Math.max(0, due - performance.now()));
  }
  return told;
}
