import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import type { Deps } from 'paygate-bff/src/deps.ts';
import { childEnvironment } from 'paygate-bff/src/env.ts';

/** The demo's keys: this gateway plays for the demo's connection. */
const KEYS = ['desk_demo', 'bf-demo-key-0001', 'hmac-demo-key-0123456789abcdef01'] as const;

const CHANGE = `UPDATE gateway_connections SET base_url = $1 WHERE slug = 'demo'`;

/** Runs `work` while the demo's gateway is one that tells the same about every capture. */
export async function whileTold<T>(
  { database }: Deps,
  told: 'nothing' | 'executed',
  work: () => Promise<T>,
): Promise<T> {
  const before = await database.export.query<{ url: string }>(
    `SELECT base_url AS url FROM gateway_connections WHERE slug = 'demo'`,
  );
  const script = fileURLToPath(new URL('gateway.ts', import.meta.url));
  const gateway = spawn(process.execPath, [script, ...KEYS, told], {
    stdio: ['ignore', 'pipe', 'inherit'],
    env: childEnvironment({}),
  });
  try {
    const [url] = (await once(gateway.stdout, 'data')) as [Buffer];
    await database.export.query(CHANGE, [url.toString().trim()]);
    return await work();
  } finally {
    await database.export.query(CHANGE, [before.rows[0]?.url]);
    gateway.kill();
  }
}
