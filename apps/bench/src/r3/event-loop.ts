import { setTimeout as pause } from 'node:timers/promises';
import { ms, percentile } from '../percentile.ts';

// Runs alone in a process: asks the product for what needs no database, so that an answer that is late
// shows how long its event loop was busy with something else.
const [url = ''] = process.argv.slice(2);
const EVERY_MS = 10;
const waits: number[] = [];
let isEnded = false;
process.on('SIGTERM', () => {
  isEnded = true;
});
while (!isEnded) {
  const started = performance.now();
  const answer = await fetch(`${url}/downloads/exports/none`);
  await answer.arrayBuffer();
  waits.push(performance.now() - started);
  await pause(EVERY_MS);
}
const at = (percent: number) => ms(percentile(waits, percent));
process.stdout.write(`p50 ${at(50)}, p99 ${at(99)}, at most ${at(100)}`);
