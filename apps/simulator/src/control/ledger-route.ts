import type { Request, Response } from 'express';
import type { World } from '../world.ts';

/** GET /control/ledger?payId=&transId= — executed steps, oldest first. An empty filter is none. */
export function ledgerRoute(world: World) {
  return (req: Request, res: Response): void => {
    const { payId: wantedPayId, transId: wantedTransId } = req.query;
    const payId = filterOf(wantedPayId);
    const transId = filterOf(wantedTransId);
    const entries = world.state.entries.filter(
      (entry) =>
        (payId === null || entry.payId === payId) &&
        (transId === null || entry.transId === transId),
    );
    res.json({ entries });
  };
}

/** GET /control/foreign — the first payment of the merchant that no demo account may see. */
export function foreignRoute(world: World) {
  return (_: Request, res: Response): void => {
    const payments = [...world.state.payments.values()];
    const foreign = payments.find(({ merchantId }) => merchantId === 'desk_other');
    if (foreign === undefined) {
      res.status(404).json({ error: 'desk_other has no payments yet: POST /control/payments' });
      return;
    }
    const { merchantId, payId, transId } = foreign;
    res.json({ merchantId, payId, transId });
  };
}

function filterOf(value: unknown): string | null {
  return typeof value === 'string' && value !== '' ? value : null;
}
