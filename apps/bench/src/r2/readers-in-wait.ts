import pg from 'pg';
import type { House } from '../house/house.ts';
import type { Burden } from './burden.ts';

const READERS = 30;

/** People who look at a payment while somebody has locked a table that this reads: every connection for reading waits. */
export async function readersInWait(
  { manager, ownerUrl }: House,
  paymentId: string,
): Promise<Burden> {
  const client = new pg.Client({ connectionString: ownerUrl });
  await client.connect();
  await client.query('BEGIN');
  await client.query('LOCK TABLE notes IN ACCESS EXCLUSIVE MODE');
  let isOver = false;
  let refused = 0;
  let read = 0;
  const keepReading = async () => {
    while (!isOver) {
      await manager.query('payments.get', { paymentId }).then(
        () => {
          read += 1;
        },
        () => {
          refused += 1;
        },
      );
    }
  };
  const readers = Promise.all(Array.from({ length: READERS }, keepReading));
  return {
    end: async () => {
      isOver = true;
      await readers;
      await client.query('ROLLBACK');
      await client.end();
      return `${READERS} readers; ${refused} reads gave up, ${read} were answered`;
    },
  };
}
