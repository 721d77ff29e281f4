import { createFloodGate } from '../audit/flood-gate.ts';

/** Refused callbacks of one address in ten seconds, after which it is not listened to any more. */
const MOST = 200;
const WINDOW_MS = 10_000;
const LOOPBACK = /^(?:127\.|::1$|::ffff:127\.)/;

/**
 * Per-address bucket for callbacks that are refused: whoever sends hundreds of them is turned away
 * before anything is read or looked up. What is authentic never counts. An address of this machine
 * is nobody's: a proxy that does not tell whom it speaks for must not deafen us to the gateway.
 */
export function createJunkGate() {
  const gate = createFloodGate(MOST, WINDOW_MS);
  const closedUntil = new Map<string, number>();

  return {
    isClosed(address: string | undefined, wall: number): boolean {
      const until = closedUntil.get(address ?? '');
      if (until === undefined) return false;
      if (wall < until && wall >= until - WINDOW_MS) return true;
      closedUntil.delete(address ?? '');
      return false;
    },
    count(address: string | undefined, wall: number): void {
      if (address === undefined || LOOPBACK.test(address)) return;
      if (gate(address, wall) !== null) return;
      if (closedUntil.size >= 10_000) closedUntil.clear();
      closedUntil.set(address, wall + WINDOW_MS);
    },
  };
}
