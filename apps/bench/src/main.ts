import { runP1 } from './p1/run.ts';

process.stdout.write(`${runP1()}\n`);
