import { request } from 'node:http';
import net from 'node:net';
import { setTimeout as delay } from 'node:timers/promises';
import pg from 'pg';
import type { Clerk } from './captures.ts';
import type { Product } from './product.ts';

/** Something that weighs on the product until it is ended; it tells what it did. */
export type Burden = { end(): Promise<string> };

/** Sockets that send one byte of a request a second and read nothing. */
export async function slowSockets({ url }: Product, count: number): Promise<Burden> {
  const { hostname, port } = new URL(url);
  const sockets = Array.from({ length: count }, () => net.connect(Number(port), hostname));
  let closed = 0;
  for (const socket of sockets) {
    socket.on('error', () => undefined);
    socket.on('close', () => {
      closed += 1;
    });
    socket.write('POST /trpc/payments.capture HTTP/1.1\r\nHost: localhost\r\nX-Slow: ');
  }
  const drip = setInterval(() => {
    for (const socket of sockets) if (socket.writable) socket.write('x');
  }, 1000);
  await delay(1000);
  return {
    end: async () => {
      clearInterval(drip);
      for (const socket of sockets) socket.destroy();
      return `${count} sockets, ${closed} closed by the product`;
    },
  };
}

/** Bodies of 10 MB to the door of callbacks and of procedures, five at a time. */
export function largeBodies({ url }: Product): Burden {
  const body = Buffer.alloc(10_000_000, 97);
  const answers = new Map<string, number>();
  let isOver = false;
  const post = (path: string): Promise<void> =>
    new Promise((resolve) => {
      const tell = (what: string) => {
        answers.set(what, (answers.get(what) ?? 0) + 1);
        resolve();
      };
      const headers = { 'content-type': 'application/json', 'x-paygate-desk': '1' };
      const sent = request(`${url}${path}`, { method: 'POST', headers, agent: false });
      sent.on('error', () => tell('cut off'));
      sent.on('response', (answer) => {
        answer.resume();
        tell(String(answer.statusCode));
        sent.destroy();
      });
      sent.end(body);
    });
  const keepOn = async (path: string) => {
    while (!isOver) await post(path);
  };
  const paths = ['/callbacks/demo/notify', '/trpc/payments.capture', '/trpc/session.signIn'];
  const running = Promise.all([...paths, ...paths.slice(0, 2)].map(keepOn));
  return {
    end: async () => {
      isOver = true;
      await running;
      return [...answers].map(([what, count]) => `${count} × ${what}`).join(', ');
    },
  };
}

/** Every connection for reading waits for a table that somebody has locked. */
export async function readersInWait(
  ownerUrl: string,
  clerk: Clerk,
  paymentId: string,
): Promise<Burden> {
  const client = new pg.Client({ connectionString: ownerUrl });
  await client.connect();
  await client.query('BEGIN');
  await client.query('LOCK TABLE notes IN ACCESS EXCLUSIVE MODE');
  let isOver = false;
  let reads = 0;
  const read = async () => {
    while (!isOver) {
      await clerk.call('payments.get', { paymentId }, 'query').catch(() => undefined);
      reads += 1;
    }
  };
  const running = Promise.all(Array.from({ length: 30 }, read));
  await delay(1000);
  return {
    end: async () => {
      isOver = true;
      await client.query('ROLLBACK');
      await client.end();
      await running;
      return `${reads} reads that waited in vain`;
    },
  };
}
