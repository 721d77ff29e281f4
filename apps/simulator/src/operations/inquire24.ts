import { fields } from '../request-fields.ts';
import type { Payment } from '../state.ts';
import type { Expected, WireRequest } from '../wire-request.ts';
import type { World } from '../world.ts';
import { inquiryRoute } from './inquire.ts';

const dayMs = 24 * 60 * 60 * 1000;

const inquire24Request: Expected = {
  fields: fields('MerchantID', 'TransID', 'MAC?'),
  macParts: ['', 'TransID', 'MerchantID', '', ''],
  macOptional: true,
};

/**
 * inquire24.aspx: the newest payment of a TransID. That it only looks back 24 hours is read from
 * its name; no source says so.
 */
export function inquire24Route(world: World) {
  return inquiryRoute(world, { endpoint: 'inquire24', expected: inquire24Request, find });
}

function find(world: World, { merchantId, get }: WireRequest): Payment | null {
  const since = world.clock.now() - dayMs;
  const transId = get('TransID');
  const found = [...world.state.payments.values()].filter(
    (payment) =>
      payment.merchantId === merchantId &&
      payment.transId === transId &&
      payment.createdAt >= since,
  );
  return found.at(-1) ?? null;
}
