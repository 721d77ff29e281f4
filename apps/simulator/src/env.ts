import { isAbsolute, join } from 'node:path';
import { z } from 'zod';

const repository = join(import.meta.dirname, '..', '..', '..');

const schema = z.object({
  SIMULATOR_PORT: z
    .string()
    .regex(/^[0-9]{1,5}$/, 'SIMULATOR_PORT must be a port number')
    .transform(Number)
    .refine((port) => port <= 65_535, 'SIMULATOR_PORT must be a port number')
    .default(4000),
  DATA_DIR: z.string().min(1).default('.data'),
});

/**
 * The settings of a simulator that runs by itself; a relative DATA_DIR starts at the repository.
 * @throws Error naming the variable that is wrong.
 */
export function readEnv(): { port: number; dataDir: string } {
  const parsed = schema.safeParse(process.env);
  if (!parsed.success)
    throw new Error(parsed.error.issues.map(({ message }) => message).join('; '));
  const env = parsed.data;
  const base = isAbsolute(env.DATA_DIR) ? env.DATA_DIR : join(repository, env.DATA_DIR);
  return { port: env.SIMULATOR_PORT, dataDir: join(base, 'simulator') };
}
