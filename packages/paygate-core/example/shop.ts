import { randomUUID } from 'node:crypto';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { openNotification } from 'paygate-core/notification';
import { settings } from './env.ts';
import { addressToPay, credentials, inquire } from './gateway.ts';

/** A shop with one article for CHF 59.00. Its orders live as long as the process. */
const orders = new Map<string, { readonly amount: number; state: 'open' | 'paid' }>();

createServer((request, response) => {
  answer(request, response).catch((error: unknown) => {
    process.stderr.write(`${String(error)}\n`);
    response.writeHead(500).end();
  });
}).listen(settings.port, () => process.stdout.write(`ready ${settings.shopUrl}\n`));

async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
  const { pathname, search } = new URL(request.url ?? '/', settings.shopUrl);
  if (pathname === '/buy') {
    const transId = randomUUID();
    orders.set(transId, { amount: 59_00, state: 'open' });
    const location = addressToPay({ transId, amount: 59_00 });
    response.writeHead(303, { location, 'set-cookie': `order=${transId}; HttpOnly` }).end();
    return;
  }
  if (pathname === '/notify') {
    const body = request.method === 'POST' ? await readBody(request) : search.slice(1);
    response.writeHead(await hear(body)).end();
    return;
  }
  if (pathname === '/success' || pathname === '/failure') {
    // Where the browser came back proves nothing: the page shows what the shop itself knows.
    const body = request.method === 'POST' ? await readBody(request) : search.slice(1);
    const message = openNotification({ credentials, kind: 'success', body });
    const state = message.trusted ? orders.get(message.event.transId)?.state : undefined;
    response.end(state === 'paid' ? 'Thank you.' : 'Not paid yet.');
    return;
  }
  const order = orders.get(pathname.slice('/orders/'.length));
  response.writeHead(order === undefined ? 404 : 200).end(order?.state);
}

/**
 * A notification wakes us; what counts is what the gateway answers to an inquiry of our own. Answers
 * the HTTP status: 200 ends the gateway's repetitions, 503 asks for one more.
 */
async function hear(body: string): Promise<number> {
  const message = openNotification({ credentials, kind: 'notify', body });
  if (!message.trusted) return 400;
  const { payId, transId } = message.event;
  const order = orders.get(transId);
  if (order === undefined) return 200;
  const amounts = await inquire({ payId, transId });
  if (amounts === null) return 503;
  if (amounts.authorized === order.amount) order.state = 'paid';
  return 200;
}

async function readBody(request: IncomingMessage): Promise<string> {
  let text = '';
  for await (const chunk of request) {
    text += Buffer.from(chunk).toString('latin1');
    if (text.length > 16_384) throw new Error('the message is too long');
  }
  return text;
}
