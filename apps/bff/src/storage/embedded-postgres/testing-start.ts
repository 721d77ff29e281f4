import { StartError } from '../../start-error.ts';
import { lockDataDirectory } from '../data-lock.ts';
import { startEmbeddedPostgres } from './start-embedded.ts';

/*
 * A process of its own for the launcher's tests: takes the data directory of its first argument,
 * starts PostgreSQL, tells where, and stops when its input ends.
 */
const dataDir = process.argv[2] ?? '';
try {
  const lock = lockDataDirectory(dataDir);
  const server = await startEmbeddedPostgres(dataDir);
  const stop = async () => {
    await server.stop();
    lock.release();
    process.exit(0);
  };
  process.stdin.resume().once('end', () => void stop());
  process.stdout.write(`${JSON.stringify({ pid: server.pid, appUrl: server.appUrl })}\n`);
} catch (error) {
  if (!(error instanceof StartError)) throw error;
  process.stdout.write(`${JSON.stringify({ refused: error.message })}\n`);
  process.exitCode = 1;
}
