import type { Request, Response } from 'express';
import { z } from 'zod';
import type { OperationName } from '../events.ts';
import { notifyAfterStep, performOperation } from '../operations/perform.ts';
import type { World } from '../world.ts';
import { parseBody, refuseField } from './parse-body.ts';

const action = z.strictObject({
  payId: z.string(),
  kind: z.enum(['capture', 'reversal', 'credit']),
  amount: z.int().min(1).max(9_999_999_999),
  closeRest: z.boolean().optional(),
});

const endpoints = { capture: 'capture', reversal: 'reverse', credit: 'credit' } as const;

/**
 * POST /control/actions: a step taken outside the merchant's software, say in the gateway's own
 * back office. The same rules hold; a refusal is a 409 with the gateway's code.
 */
export function actionRoute(world: World) {
  return async (req: Request, res: Response): Promise<void> => {
    const wish = parseBody(action, req, res);
    if (wish === null) return;
    const payment = world.state.payments.get(wish.payId);
    if (payment === undefined) return refuseField(res, 404, 'payId', 'no such payment');
    const { merchantId, payId, transId, currency } = payment;
    const endpoint: OperationName = endpoints[wish.kind];
    const result = performOperation(
      world,
      {
        endpoint,
        merchantId,
        payId,
        transId,
        amount: wish.amount,
        currency,
        completeType: wish.closeRest === true ? 'YES' : null,
        reqId: null,
        refNr: null,
        userData: null,
      },
      'control',
    );
    await notifyAfterStep(world, result);
    const { status, code, xid } = result;
    const answer = { payId, transId, xid, kind: wish.kind, amount: wish.amount, status, code };
    res.status(status === 'OK' ? 200 : 409).json(answer);
  };
}
