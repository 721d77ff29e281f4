import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import type { Figure } from '../figure.ts';
import { measureOurs } from './ours.ts';

const TARGET = 2;

/** P1: held against OpenSSL's own Blowfish, which only a child process may load. */
export const p1: Figure = {
  id: 'P1',
  title: 'open + seal one 600-byte message, MAC included',
  run: async () => {
    const child = spawnSync(
      process.execPath,
      ['--openssl-legacy-provider', fileURLToPath(new URL('limit.ts', import.meta.url))],
      { encoding: 'utf8' },
    );
    if (child.status !== 0) throw new Error(`the legacy provider did not run: ${child.stderr}`);
    const limit = Number(child.stdout);
    const ours = measureOurs();
    const ratio = ours / limit;
    return [
      {
        measured: `${Math.round(ours)}/s = ${ratio.toFixed(2)} ×`,
        limit: `node:crypto legacy bf-ecb ${Math.round(limit)}/s`,
        target: `≥ ${TARGET} ×`,
        met: ratio >= TARGET,
      },
    ];
  },
};
