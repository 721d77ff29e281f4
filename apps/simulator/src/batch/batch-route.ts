import type { Request, Response } from 'express';
import type { World } from '../world.ts';
import { batchPage } from './batch-page.ts';
import { processBatch, processedName } from './process-batch.ts';

/** POST /batches?name=T….dat with a file as its body: the file that comes back. 400 says what is wrong. */
export function batchRoute(world: World) {
  return ({ body, query }: Request, res: Response): void => {
    const { name: given } = query;
    const name = typeof given === 'string' ? given : '';
    const text = Buffer.isBuffer(body) ? body.toString('latin1') : '';
    if (!/^T[\w-]+\.dat$/i.test(name)) {
      res.status(400).json({ error: 'the name of a file begins with T and ends with .dat' });
      return;
    }
    try {
      const answer = processBatch(world, text);
      res.attachment(processedName(name)).type('text/plain').send(Buffer.from(answer, 'latin1'));
    } catch (error) {
      res.status(400).json({ error: error instanceof Error ? error.message : String(error) });
    }
  };
}

/** GET /batches: where a person hands a file over. */
export function batchPageRoute() {
  return (_req: Request, res: Response): void => {
    res.type('html').send(batchPage());
  };
}
