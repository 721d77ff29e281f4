import { type Api, awaitPayment } from './api.ts';
import type { Control } from './control.ts';

/**
 * Connects a shop that is not there: a key, one that takes its place, an address, and a payment that
 * it is told of in vain. Answers the path of its page.
 */
export async function makeShop(control: Control, manager: Api, admin: Api): Promise<string> {
  const { body } = await admin.query('connections.list');
  const { id } = body.result.data.rows.find(({ slug }: { slug: string }) => slug === 'demo');
  const made = await admin.mutate('shopApi.makeKey', {
    connectionId: id,
    name: 'Web shop, live server',
    rights: ['create', 'read'],
  });
  const { id: keyId, token } = made.body.result.data;
  await admin.mutate('shopApi.rotateKey', { keyId, keepHours: 168 });
  await admin.mutate('shopApi.saveWebhook', {
    connectionId: id,
    address: 'http://localhost:9/paygate',
  });
  const transId = 'order-20006';
  const answer = await fetch(`${control.deskUrl}/api/v1/payments`, {
    method: 'POST',
    headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
    body: JSON.stringify({
      transId,
      amount: 5_900,
      currency: 'CHF',
      description: 'Order 20006',
      returnUrls: { success: 'https://shop.example/', failure: 'https://shop.example/' },
    }),
  });
  if (!answer.ok) throw new Error(`no payment of a shop: ${await answer.text()}`);
  await control.pay({ transId, amount: 5_900 });
  await awaitPayment(manager, transId, ({ status }) => status === 'authorized');
  return `/settings/connections/${id}/shop-api`;
}
