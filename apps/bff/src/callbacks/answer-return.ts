import type { Request, Response } from 'express';
import type { GatewayConnection } from '../connections/gateway-connection.ts';
import type { Deps } from '../deps.ts';
import { findReturn } from '../links/find-return.ts';
import { sendOnward, sendUnreadable } from '../links/return-page.ts';
import { findShopReturn } from '../shop-api/find-shop-return.ts';
import type { Received } from './receive-callback.ts';

/**
 * Answers a browser that the gateway sent back. Which address it came to decides nothing, because a
 * failure can be replayed to the address of success: the verified Code and Status choose the page, and
 * the page of a link asks what the gateway told us itself.
 */
export async function answerReturn(
  deps: Deps,
  request: Request,
  response: Response,
  { connection, verdict }: { connection: GatewayConnection | null; verdict: Received },
): Promise<void> {
  if (connection === null || !verdict.stored) {
    sendUnreadable(response, request);
    return;
  }
  const { transId, code, status } = verdict.event;
  const paid = code === '00000000' && ['OK', 'AUTHORIZE_REQUEST'].includes(status);
  const own =
    (await findReturn(deps, connection.id, transId)) ??
    (await findShopReturn(deps, connection.id, { transId, paid }));
  sendOnward(response, request, own ?? `/pay/return/${paid ? 'paid' : 'not-paid'}`);
}
