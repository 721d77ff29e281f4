import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { childEnvironment } from 'paygate-bff/src/env.ts';
import { findEmbedded } from 'paygate-bff/src/storage/embedded-postgres/start-embedded.ts';
import { type Burden, largeBodies, readersInWait, slowSockets } from './burdens.ts';
import { type Captures, capture, makePayments, signIn } from './captures.ts';
import { startProduct } from './product.ts';

// `pnpm load [PORT]`: the real product under each burden, beside the same captures without it.
const AMOUNT = 60;
const JUNK_MS = 30_000;
const port = Number(process.argv[2] ?? '4150');
const dataDir = mkdtempSync(join(tmpdir(), 'desk-load-'));
const say = (line: string) => process.stdout.write(`${line}\n`);
const at = ({ times }: Captures, share: number) =>
  times[Math.min(times.length - 1, Math.floor(times.length * share))] ?? 0;

const product = await startProduct(dataDir, port);
let failed = 0;
try {
  const clerk = await signIn(product);
  const ids = await makePayments(product, clerk, 7 * AMOUNT);
  const next = () => ids.splice(0, AMOUNT);
  await capture(clerk, next());
  const alone = await capture(clerk, next());
  const describe = (one: Captures) =>
    `p50 ${at(one, 0.5).toFixed(0)} ms, p99 ${at(one, 0.99).toFixed(0)} ms, ${one.failed} failed`;
  say(`${AMOUNT} captures without load: ${describe(alone)}`);

  const measure = async (name: string, burden: Burden, least = 0) => {
    const started = performance.now();
    const under = await capture(clerk, next());
    const left = least - (performance.now() - started);
    if (left > 0) await new Promise((resolve) => setTimeout(resolve, left));
    const did = await burden.end();
    failed += under.failed;
    const ratio = at(under, 0.5) / at(alone, 0.5);
    say(`${name} (${did}): ${describe(under)} = ${ratio.toFixed(1)} × at p50`);
  };
  await measure('1,000 slow sockets', await slowSockets(product, 1000), 12_000);
  await measure('bodies of 10 MB', largeBodies(product));
  await measure('junk callbacks, 1,000 a second', junk(product.url), JUNK_MS);
  const urls = await findEmbedded(dataDir);
  const [some = ''] = ids;
  await measure('every reader waiting', await readersInWait(urls?.ownerUrl ?? '', clerk, some));
} finally {
  await product.stop();
  rmSync(dataDir, { recursive: true, force: true });
}
if (failed > 0) process.exitCode = 1;

function junk(url: string): Burden {
  const script = fileURLToPath(new URL('junk.ts', import.meta.url));
  const sender = spawn(process.execPath, [script, url, '1000'], {
    stdio: ['ignore', 'pipe', 'inherit'],
    env: childEnvironment({}),
  });
  return {
    end: async () => {
      const told = once(sender.stdout, 'data');
      sender.kill('SIGTERM');
      return String(await told).trim();
    },
  };
}
