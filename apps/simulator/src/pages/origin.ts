import type { Request } from 'express';
import type { World } from '../world.ts';

/**
 * The address that this visitor used, so that a QR code leads to the same place. A strange Host
 * header falls back to the simulator's own address.
 */
export function originOf(world: World, req: Request): string {
  const host = req.get('host') ?? '';
  return /^[A-Za-z0-9.-]+(:[0-9]{1,5})?$|^\[[0-9a-f:]+\](:[0-9]{1,5})?$/.test(host)
    ? `http://${host}`
    : world.baseUrl();
}
