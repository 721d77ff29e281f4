import { Agent, request } from 'node:http';

// A process of its own: what junk costs its sender is no cost of the product. Sends what is not
// authentic at the given rate until it is told to end, then tells what came of it.
const [url = '', perSecond = '1000'] = process.argv.slice(2);
const STEP_MS = 20;
const agent = new Agent({ keepAlive: true, maxSockets: 50 });
const answers = new Map<string, number>();
const body = `Len=64&Data=${'0123456789abcdef'.repeat(8)}`;
const headers = { 'content-type': 'application/x-www-form-urlencoded' };
const tell = (what: string) => answers.set(what, (answers.get(what) ?? 0) + 1);
const started = performance.now();
let sent = 0;

const timer = setInterval(() => {
  const due = ((performance.now() - started) / 1000) * Number(perSecond);
  for (; sent < due; sent++) {
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
  clearInterval(timer);
  const seconds = (performance.now() - started) / 1000;
  const answered = [...answers.values()].reduce((sum, count) => sum + count, 0);
  const what = [...answers].map(([status, count]) => `${count} × ${status}`).join(', ');
  process.stdout.write(
    `${what} in ${seconds.toFixed(0)} s = ${Math.round(answered / seconds)}/s answered\n`,
    () => process.exit(0),
  );
});
