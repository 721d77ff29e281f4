import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { measureOurs } from './ours.ts';

const TARGET = 2;

/** P1: open + seal one 600-byte message, MAC included, held against OpenSSL's own Blowfish in the same run. */
export function runP1(): string {
  const child = spawnSync(
    process.execPath,
    ['--openssl-legacy-provider', fileURLToPath(new URL('limit.ts', import.meta.url))],
    { encoding: 'utf8' },
  );
  if (child.status !== 0) throw new Error(`P1: the legacy provider did not run: ${child.stderr}`);
  const limit = Number(child.stdout);
  const ours = measureOurs();
  const ratio = ours / limit;
  return [
    'P1  open + seal one 600-byte message, MAC included',
    `ours ${Math.round(ours)}/s`,
    `limit node:crypto legacy bf-ecb ${Math.round(limit)}/s`,
    `${ratio.toFixed(2)} × (target ≥ ${TARGET} ×: ${ratio >= TARGET ? 'met' : 'missed'})`,
  ].join(' · ');
}
