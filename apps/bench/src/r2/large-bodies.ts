import { request } from 'node:http';

// So many bodies above 10 MB a second to every door that takes one, a third of them without their size.
const [url = '', cookie = '', perSecond = '50'] = process.argv.slice(2);
const SIZE = 10_500_000;
const STEP_MS = 20;
const PATHS = [
  '/callbacks/demo/notify',
  '/trpc/payments.capture',
  '/trpc/session.signIn',
  '/uploads?merchantId=1&name=list.csv',
];
const piece = Buffer.alloc(50_000, 97);
const answers = new Map<string, number>();
let sent = 0;

function post(path: string, saysSize: boolean): void {
  const headers = { cookie, 'content-type': 'application/json', 'x-paygate-desk': '1' };
  const sized = saysSize ? { 'content-length': SIZE } : {};
  const asked = request(url + path, {
    method: 'POST',
    headers: { ...headers, ...sized },
    agent: false,
  });
  let told = 'cut off';
  let left = SIZE;
  const more = () => {
    while (left > 0 && !asked.destroyed) {
      left -= piece.length;
      if (!asked.write(piece)) return;
    }
    asked.end();
  };
  asked.on('drain', more);
  asked.on('error', () => undefined);
  asked.on('response', (answer) => {
    told = String(answer.statusCode);
    answer.on('error', () => undefined);
    answer.resume();
  });
  asked.on('close', () => {
    answers.set(told, (answers.get(told) ?? 0) + 1);
  });
  more();
}

const started = performance.now();
setInterval(() => {
  for (; sent < ((performance.now() - started) / 1000) * Number(perSecond); sent++) {
    post(PATHS[sent % PATHS.length] ?? '', sent % 3 > 0);
  }
}, STEP_MS);

process.on('SIGTERM', () => {
  const what = [...answers].map(([status, count]) => `${count} × ${status}`).join(', ');
  process.stdout.write(`${what} of ${sent} sent\n`, () => process.exit(0));
});
