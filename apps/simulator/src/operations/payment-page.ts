import type { Request, Response } from 'express';
import { code } from '../codes.ts';
import { pairValue } from '../envelope.ts';
import { formText } from '../form-text.ts';
import { errorPage } from '../pages/error-page.ts';
import type { World } from '../world.ts';
import { twintRoute } from './twint.ts';

/**
 * paymentPage.aspx: the hosted page where a customer chooses how to pay. Reduced to TWINT by
 * `PayTypes`, which travels in clear, nothing is left to choose; this simulator knows nothing else.
 */
export function paymentPageRoute(world: World) {
  const twint = twintRoute(world);
  return async (req: Request, res: Response): Promise<void> => {
    const wanted = pairValue([...new URLSearchParams(formText(req))], 'PayTypes');
    const types = wanted?.split('|').map((type) => type.toLowerCase());
    if (types === undefined || types.includes('twint')) return twint(req, res);
    res
      .status(200)
      .type('html')
      .send(errorPage(code.notAllowed('0000')));
  };
}
