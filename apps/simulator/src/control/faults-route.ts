import type { Request, Response } from 'express';
import { z } from 'zod';
import { faultEndpoints, faultNames } from '../faults.ts';
import type { World } from '../world.ts';
import { parseBody, refuseField } from './parse-body.ts';

/** `capture`, `capture.aspx` and `/capture.aspx` mean the same. */
const endpointName = z
  .string()
  .transform((name) =>
    name
      .toLowerCase()
      .replace(/^\//, '')
      .replace(/\.aspx$/, ''),
  )
  .transform((name) => (name === 'reversal' ? 'reverse' : name))
  .pipe(z.enum(faultEndpoints));

export const faultOrder = z.strictObject({
  fault: z.enum(faultNames),
  endpoint: endpointName.optional(),
  payId: z.string().min(1).optional(),
  count: z.int().min(1).max(1_000_000).default(1),
  delayMs: z
    .int()
    .min(0)
    .max(366 * 24 * 3_600_000)
    .optional(),
  code: z
    .string()
    .regex(/^[0-9A-Z]{8}$/)
    .optional(),
});

/** POST /control/faults — switches a fault on for the next `count` fitting occasions. */
export function addFaultRoute(world: World) {
  return (req: Request, res: Response): void => {
    const order = parseBody(faultOrder, req, res);
    if (order === null) return;
    const { id } = world.faults.add({
      fault: order.fault,
      endpoint: order.endpoint ?? null,
      payId: order.payId ?? null,
      count: order.count,
      delayMs: order.delayMs ?? null,
      code: order.code ?? null,
    });
    res.json({ id });
  };
}

export function listFaultsRoute(world: World) {
  return (_: Request, res: Response): void => {
    res.json({ faults: world.faults.list() });
  };
}

/** DELETE /control/faults clears all, DELETE /control/faults/:id one. */
export function clearFaultsRoute(world: World) {
  return (req: Request<{ id?: string }>, res: Response): void => {
    const id = req.params.id ?? null;
    if (!world.faults.clear(id) && id !== null) refuseField(res, 404, 'id', 'no such fault');
    else res.json({ faults: world.faults.list() });
  };
}
