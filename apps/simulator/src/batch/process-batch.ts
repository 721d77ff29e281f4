import { code } from '../codes.ts';
import type { OperationRequest, OperationResult } from '../events.ts';
import { performOperation, refuseOperation } from '../operations/perform.ts';
import { settingsOf, type World } from '../world.ts';
import { type BatchOrder, readBatch } from './read-batch.ts';

const LINE_END = '\r\n';

/**
 * Carries out a file record by record and writes the file that comes back: HEAD and FOOT as they were,
 * behind each record its Status and Code. A file that is handed over twice is carried out twice; no
 * document says otherwise.
 * @throws Error for a file that the batch manager cannot work on; then nothing of it was done.
 */
export function processBatch(world: World, text: string): string {
  const { head, orders, foot } = readBatch(text);
  const records = orders.map((order) => {
    const { status, code: value } = carryOut(world, order);
    return `${order.text},${status},${value}`;
  });
  return [head, ...records, foot, ''].join(LINE_END);
}

/** The name of what comes back: the same, with another phase. */
export function processedName(name: string): string {
  return name.replace(/^T/i, 'P');
}

function carryOut(world: World, order: BatchOrder): OperationResult {
  const { text: _text, ...ordered } = order;
  const request: OperationRequest = {
    ...ordered,
    completeType: null,
    reqId: null,
    userData: null,
  };
  const fault = world.faults.take(['declined'], request.endpoint, request.payId);
  if (fault === null) return performOperation(world, request, 'wire');
  const module = world.state.merchants.has(request.merchantId)
    ? settingsOf(world, request.merchantId).twintModule
    : '000';
  return refuseOperation(world, request, fault.code ?? code.fromTwint(module, '0100'));
}
