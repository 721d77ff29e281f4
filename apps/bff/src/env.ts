import { resolve } from 'node:path';
import { z } from 'zod';
import {
  gatewayUrl,
  mailFrom,
  masterKey,
  postgresUrl,
  schedule,
  smtpUrl,
  whole,
} from './env-formats.ts';
import { StartError } from './start-error.ts';

/** The folder of the repository: what `DATA_DIR` is relative to. */
export const repositoryFolder = resolve(import.meta.dirname, '../../..');

/** Every setting of the server. Periods are milliseconds, addresses have no trailing slash. */
export type Env = {
  readonly port: number;
  readonly simulatorPort: number;
  /** Absolute path. */
  readonly dataDir: string;
  /** Null: the embedded database. */
  readonly databaseUrl: string | null;
  readonly databaseOwnerUrl: string | null;
  /** 32 bytes, or null: `DATA_DIR/master.key`. */
  readonly masterKey: Buffer | null;
  readonly demo: boolean;
  readonly demoPayments: number;
  /** Base address of the gateway the demo connections call. */
  readonly gatewayUrl: string;
  /** Whether this house plays the gateway itself. */
  readonly startsSimulator: boolean;
  readonly gatewayTimeoutMs: number;
  readonly quietPeriodMs: number;
  readonly creditQuietPeriodMs: number;
  /** Where mails are handed over, and who sends them; null: this house sends none. */
  readonly smtp: { readonly url: string; readonly from: string } | null;
  /** When an unknown outcome is inquired, counted from the send; afterwards daily. */
  readonly resolveAtMs: readonly number[];
  /** Payments the daily look asks about in a second, at most. */
  readonly sweepPerSecond: number;
};

const LONGEST_PERIOD_MS = 30 * 24 * 3_600_000;

const variables = z.object({
  PORT: whole('PORT', 1, 65_535, 3000),
  SIMULATOR_PORT: whole('SIMULATOR_PORT', 1, 65_535, 4000),
  DATA_DIR: z.string().default('.data'),
  DATABASE_URL: postgresUrl,
  DATABASE_OWNER_URL: postgresUrl,
  MASTER_KEY: masterKey,
  DEMO: z.enum(['on', 'off'], { error: 'must be on or off' }).default('on'),
  DEMO_PAYMENTS: whole('DEMO_PAYMENTS', 0, 100_000, 200),
  GATEWAY_URL: gatewayUrl,
  GATEWAY_TIMEOUT_MS: whole('GATEWAY_TIMEOUT_MS', 100, 600_000, 30_000),
  QUIET_PERIOD_MS: whole('QUIET_PERIOD_MS', 0, LONGEST_PERIOD_MS, 600_000),
  CREDIT_QUIET_PERIOD_MS: whole('CREDIT_QUIET_PERIOD_MS', 0, LONGEST_PERIOD_MS, 2_100_000),
  RESOLVE_AT_MS: schedule,
  SWEEP_PER_SECOND: whole('SWEEP_PER_SECOND', 2, 50, 10),
  /** Node's own switch: whoever sets it to 0 would send money to anybody who answers. */
  NODE_TLS_REJECT_UNAUTHORIZED: z
    .string()
    .refine((text) => text !== '0', { error: 'is 0, and the gateway could be anybody' })
    .optional(),
  SMTP_URL: smtpUrl,
  MAIL_FROM: mailFrom,
});
type Variables = z.infer<typeof variables>;

/**
 * Reads the settings; the only place that looks at the environment. An empty variable counts as
 * not set. Throws a StartError that names every variable in question, what was wrong with it and
 * what to do.
 */
export function readEnv(source: Readonly<Record<string, string | undefined>> = process.env): Env {
  const given = Object.fromEntries(
    Object.entries(source).filter(([name, value]) => name in variables.shape && value !== ''),
  );
  const parsed = variables.safeParse(given);
  if (!parsed.success) {
    throw new StartError(
      parsed.error.issues
        .map(({ path, message }) => `${path.join('.')} ${message}. Correct it or leave it unset.`)
        .join('\n'),
    );
  }
  refuseContradictions(parsed.data);
  return toEnv(parsed.data);
}

/** The environment for a process of ours: this one's, with these settings. */
export function childEnvironment(settings: Readonly<Record<string, string>>): NodeJS.ProcessEnv {
  return { ...process.env, ...settings };
}

function refuseContradictions(given: Variables): void {
  const least = 2 * given.GATEWAY_TIMEOUT_MS;
  if (given.SIMULATOR_PORT === given.PORT) {
    throw new StartError('SIMULATOR_PORT is the same as PORT. Give the two different ports.');
  }
  if (given.DATABASE_OWNER_URL !== undefined && given.DATABASE_URL === undefined) {
    throw new StartError('DATABASE_OWNER_URL is set without DATABASE_URL. Set both or neither.');
  }
  if ((given.SMTP_URL === undefined) !== (given.MAIL_FROM === undefined)) {
    throw new StartError('SMTP_URL and MAIL_FROM belong together. Set both or neither.');
  }
  if (given.DEMO === 'on') return;
  for (const name of ['QUIET_PERIOD_MS', 'CREDIT_QUIET_PERIOD_MS'] as const) {
    if (given[name] < least) {
      throw new StartError(
        `${name} is ${given[name]}, shorter than twice GATEWAY_TIMEOUT_MS (${given.GATEWAY_TIMEOUT_MS}). ` +
          `A late answer could still arrive. Set ${name} to at least ${least}.`,
      );
    }
  }
  if (given.DATABASE_URL !== undefined && given.MASTER_KEY === undefined) {
    throw new StartError(
      'MASTER_KEY is not set. With DEMO=off and DATABASE_URL it is needed to seal the keys of the ' +
        'gateway: make one with openssl rand -base64 32, keep it safe, and set it.',
    );
  }
}

function toEnv(given: Variables): Env {
  const demo = given.DEMO === 'on';
  return {
    port: given.PORT,
    simulatorPort: given.SIMULATOR_PORT,
    dataDir: resolve(repositoryFolder, given.DATA_DIR),
    databaseUrl: given.DATABASE_URL ?? null,
    databaseOwnerUrl: given.DATABASE_OWNER_URL ?? given.DATABASE_URL ?? null,
    masterKey: given.MASTER_KEY ?? null,
    demo,
    demoPayments: given.DEMO_PAYMENTS,
    gatewayUrl: given.GATEWAY_URL ?? `http://127.0.0.1:${given.SIMULATOR_PORT}`,
    startsSimulator: demo && given.GATEWAY_URL === undefined,
    gatewayTimeoutMs: given.GATEWAY_TIMEOUT_MS,
    quietPeriodMs: given.QUIET_PERIOD_MS,
    creditQuietPeriodMs: given.CREDIT_QUIET_PERIOD_MS,
    resolveAtMs: given.RESOLVE_AT_MS,
    sweepPerSecond: given.SWEEP_PER_SECOND,
    smtp:
      given.SMTP_URL === undefined || given.MAIL_FROM === undefined
        ? null
        : { url: given.SMTP_URL, from: given.MAIL_FROM },
  };
}
