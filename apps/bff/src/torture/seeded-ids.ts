import crypto from 'node:crypto';
import { syncBuiltinESMExports } from 'node:module';
import type { Clock } from '../clock.ts';
import { createRandom, type Random } from '../demo/demo-random.ts';
import { currentTask } from './process.ts';

type Uuid = ReturnType<typeof crypto.randomUUID>;

const TASKS_APART = 7919;

/**
 * Lets ids and keys follow from the seed: pauses and orders depend on them. Every task draws its own,
 * so that it does not matter which of two comes first. Answers how to undo that.
 */
export function seedIds(seed: number, clock: Clock): () => void {
  const { randomBytes, randomUUID, randomUUIDv7 } = crypto;
  const streams = new Map<number, Random>();
  const draw = (): number => {
    const id = currentTask()?.id ?? 0;
    const stream = streams.get(id) ?? createRandom(seed + id * TASKS_APART);
    streams.set(id, stream);
    return Math.floor(stream() * 256);
  };
  const bytes = (size: number): Buffer => Buffer.from(Array.from({ length: size }, draw));
  const uuid = (version: number, head: string): Uuid => {
    const hex = head + bytes(16).toString('hex').slice(head.length);
    const variant = '89ab'[Number.parseInt(hex.charAt(16), 16) % 4];
    const rest = `${hex.slice(8, 12)}-${version}${hex.slice(13, 16)}-${variant}${hex.slice(17, 20)}`;
    return `${hex.slice(0, 8)}-${rest}-${hex.slice(20)}` as Uuid;
  };
  Object.assign(crypto, {
    randomBytes: bytes,
    randomUUID: () => uuid(4, ''),
    randomUUIDv7: () => uuid(7, clock.now().toString(16).padStart(12, '0')),
  });
  syncBuiltinESMExports();
  return () => {
    Object.assign(crypto, { randomBytes, randomUUID, randomUUIDv7 });
    syncBuiltinESMExports();
  };
}
