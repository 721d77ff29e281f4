import { pino } from 'pino';
import { createSimulator } from './create-simulator.ts';
import { readEnv } from './env.ts';

const log = pino();

try {
  const simulator = await createSimulator({ ...readEnv(), log });
  log.info({ url: simulator.url }, 'simulator ready');
  const stop = () => {
    simulator.close().then(
      () => process.exit(0),
      (error: unknown) => {
        log.error({ error }, 'simulator did not stop cleanly');
        process.exit(1);
      },
    );
  };
  process.once('SIGINT', stop);
  process.once('SIGTERM', stop);
} catch (error) {
  log.fatal(error instanceof Error ? error.message : String(error));
  process.exitCode = 1;
}
