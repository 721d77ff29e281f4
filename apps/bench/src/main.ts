import { readBenchCommand } from './bench-command.ts';
import { describeFinding } from './figure.ts';
import { figures } from './figures.ts';
import { createHouses } from './house/houses.ts';

// All figures, or the named ones: `pnpm bench`, `pnpm bench P6 P2 --rows 10000`.
const command = readBenchCommand(figures.map(({ id }) => id));
if (command === null) {
  process.stderr.write(
    `usage: pnpm bench [${figures.map(({ id }) => id).join('|')} …] [--rows 1000000] [--data FOLDER]\n`,
  );
  process.exit(2);
}
const say = (line: string) => process.stderr.write(`… ${line}\n`);
const houses = createHouses(command, say);
try {
  for (const figure of figures) {
    if (command.wanted.length > 0 && !command.wanted.includes(figure.id)) continue;
    say(figure.id);
    try {
      for (const finding of await figure.run({ house: houses.open, say })) {
        process.stdout.write(`${describeFinding(figure, finding)}\n`);
      }
    } catch (error) {
      // The others are still worth their minutes.
      process.stdout.write(`${figure.id.padEnd(3)} ${figure.title} · could not be measured\n`);
      process.stderr.write(`${error instanceof Error ? error.stack : String(error)}\n`);
      process.exitCode = 1;
    }
  }
} finally {
  await houses.close();
}
