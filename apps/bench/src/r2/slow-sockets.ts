import { connect } from 'node:net';

// Sockets that send one byte of a head or of a body a second. Ended, it tells what became of them.
const [url = '', count = '1000'] = process.argv.slice(2);
const { hostname, port } = new URL(url);
const HEAD = 'POST /trpc/payments.capture HTTP/1.1\r\nHost: localhost\r\n';
const BODY = 'X-Paygate-Desk: 1\r\nContent-Type: application/json\r\nContent-Length: 90000\r\n\r\n';
const lives: number[] = [];

const open = (at: number) => {
  const socket = connect(Number(port), hostname);
  const started = performance.now();
  socket.on('error', () => undefined);
  socket.on('close', () => lives.push(performance.now() - started));
  socket.resume();
  socket.write(at % 2 === 0 ? `${HEAD}X-Slow: ` : HEAD + BODY);
  return socket;
};
const sockets = Array.from({ length: Number(count) }, (_, at) => open(at));
setInterval(() => {
  for (const socket of sockets) if (socket.writable) socket.write('x');
}, 1000);

process.on('SIGTERM', () => {
  const longest = (Math.max(0, ...lives) / 1000).toFixed(0);
  process.stdout.write(
    `${lives.length} of ${count} closed by the product, the last after ${longest} s\n`,
    () => process.exit(0),
  );
});
