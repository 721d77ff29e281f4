import type { House } from '../house/house.ts';

/** Takes the notifications of the bench out of the inbox: their payments do not exist anywhere. */
export async function settleInbox({ deps }: House): Promise<void> {
  await deps.database.export.query(
    `UPDATE callback_inbox SET state = 'parked', due_at = NULL, lease_until = NULL
     WHERE trans_id LIKE 'bench\\_%' AND due_at IS NOT NULL`,
  );
}
