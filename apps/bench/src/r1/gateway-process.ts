import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import type { Deps } from 'paygate-bff/src/deps.ts';
import { childEnvironment } from 'paygate-bff/src/env.ts';

/** The demo's keys: this gateway plays for the demo's connection. */
const KEYS = ['desk_demo', 'bf-demo-key-0001', 'hmac-demo-key-0123456789abcdef01'] as const;

/** Runs `work` while the demo's gateway is one that tells the same about every capture. */
export async function whileTold<T>(
  { database }: Deps,
  told: 'nothing' | 'executed',
  work: () => Promise<T>,
): Promise<T> {
  const script = fileURLToPath(new URL('gateway.ts', import.meta.url));
  const gateway = spawn(process.execPath, [script, ...KEYS, told], {
    stdio: ['ignore', 'pipe', 'inherit'],
    env: childEnvironment({}),
  });
  try {
    const [url] = (await once(gateway.stdout, 'data')) as [Buffer];
    const address = url.toString().trim();
    const change = `UPDATE gateway_connections SET base_url = $1 WHERE slug = 'demo'`;
    await database.export.query(change, [address]);
    return await work();
  } finally {
    gateway.kill();
  }
}
