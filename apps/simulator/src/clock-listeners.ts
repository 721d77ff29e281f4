import type { World } from './world.ts';

const patienceMs = 2_000;
const strikes = 3;

/**
 * Tells everyone who follows the clock what time it is, and waits up to 2 s for each. A listener
 * that could not be reached three times in a row is forgotten.
 */
export async function tellListeners(world: World): Promise<void> {
  const body = JSON.stringify({ now: world.clock.now(), offsetMs: world.clock.offsetMs() });
  await Promise.all([...world.state.listeners].map((url) => tell(world, url, body)));
}

async function tell(world: World, url: string, body: string): Promise<void> {
  try {
    const response = await fetch(url, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body,
      redirect: 'manual',
      signal: AbortSignal.any([AbortSignal.timeout(patienceMs), world.closing]),
    });
    await response.body?.cancel();
    world.listenerFailures.delete(url);
  } catch (error) {
    if (world.closing.aborted) return;
    const failures = (world.listenerFailures.get(url) ?? 0) + 1;
    world.listenerFailures.set(url, failures);
    world.log.warn({ url, failures, reason: String(error) }, 'clock listener not reached');
    if (failures < strikes) return;
    world.listenerFailures.delete(url);
    world.append({ type: 'listener-gone', url });
  }
}
