import { parseArgs } from 'node:util';
import { describeFinding } from './figure.ts';
import { figures } from './figures.ts';

// All figures, or the named ones: `pnpm bench`, `pnpm bench P6 P2 --rows 10000`.
const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { rows: { type: 'string', default: '1000000' } },
});
const known = figures.map(({ id }) => id);
const wanted = positionals.map((name) => name.toUpperCase());
const strange = wanted.filter((name) => !known.includes(name));
if (strange.length > 0 || !/^[1-9]\d{0,7}$/.test(values.rows)) {
  process.stderr.write(`usage: pnpm bench [${known.join('|')} …] [--rows 1000000]\n`);
  process.exit(2);
}
for (const figure of figures) {
  if (wanted.length > 0 && !wanted.includes(figure.id)) continue;
  try {
    for (const finding of await figure.run({ rows: Number(values.rows) })) {
      process.stdout.write(`${describeFinding(figure, finding)}\n`);
    }
  } catch (error) {
    // The others are still worth their minutes.
    process.stdout.write(`${figure.id.padEnd(3)} ${figure.title} · could not be measured\n`);
    process.stderr.write(`${error instanceof Error ? error.stack : String(error)}\n`);
    process.exitCode = 1;
  }
}
