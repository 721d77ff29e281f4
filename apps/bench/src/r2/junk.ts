import { Agent, request } from 'node:http';

// Callbacks that are not authentic, so many a second. Ended, it tells what came of them.
const [url = '', perSecond = '1000'] = process.argv.slice(2);
const STEP_MS = 20;
const agent = new Agent({ keepAlive: true, maxSockets: 50 });
const answers = new Map<string, number>();
const body = `Len=64&Data=${'0123456789abcdef'.repeat(8)}`;
const headers = { 'content-type': 'application/x-www-form-urlencoded' };
const tell = (what: string) => answers.set(what, (answers.get(what) ?? 0) + 1);
const started = performance.now();
const seconds = () => (performance.now() - started) / 1000;
let sent = 0;

setInterval(() => {
  for (; sent < seconds() * Number(perSecond); sent++) {
    const post = request(`${url}/callbacks/demo/notify`, { method: 'POST', headers, agent });
    post.on('error', () => tell('cut off'));
    post.on('response', (answer) => {
      tell(String(answer.statusCode));
      answer.resume();
    });
    post.end(body);
  }
}, STEP_MS);

process.on('SIGTERM', () => {
  const answered = [...answers.values()].reduce((sum, count) => sum + count, 0);
  const what = [...answers].map(([status, count]) => `${count} × ${status}`).join(', ');
  const rate = Math.round(answered / seconds());
  process.stdout.write(`${what} of ${sent} sent; ${rate} answered a second\n`, () =>
    process.exit(0),
  );
});
