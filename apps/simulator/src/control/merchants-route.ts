import type { Request, Response } from 'express';
import { z } from 'zod';
import { cipherOf, merchantSettings } from '../merchants.ts';
import type { World } from '../world.ts';
import { parseBody, refuseField } from './parse-body.ts';

const settingsChange = z.strictObject({
  merchantId: z.string(),
  settings: merchantSettings.partial(),
});

/** GET /control/merchants — every merchant with its settings; the keys are demo keys. */
export function listMerchantsRoute(world: World) {
  return (_: Request, res: Response): void => {
    const merchants = [...world.state.merchants].map(([merchantId, settings]) => ({
      merchantId,
      settings,
    }));
    res.json({ merchants });
  };
}

/** POST /control/merchants — changes what the gateway's documents leave open, or what support sets up. */
export function changeMerchantRoute(world: World) {
  return (req: Request, res: Response): void => {
    const change = parseBody(settingsChange, req, res);
    if (change === null) return;
    const { merchantId } = change;
    const known = world.state.merchants.get(merchantId);
    if (known === undefined) {
      refuseField(res, 404, 'merchantId', 'no such merchant');
      return;
    }
    const settings = withoutUndefined(change.settings);
    try {
      cipherOf({ ...known, ...settings });
    } catch (error) {
      refuseField(res, 400, 'settings.cipherKey', String(error));
      return;
    }
    world.append({ type: 'settings', merchantId, settings });
    res.json({ merchantId, settings: world.state.merchants.get(merchantId) });
  };
}

type Defined<T> = { [key in keyof T]?: Exclude<T[key], undefined> };

function withoutUndefined<T extends object>(settings: T): Defined<T> {
  const defined = Object.entries(settings).filter(([, value]) => value !== undefined);
  return Object.fromEntries(defined) as Defined<T>;
}
