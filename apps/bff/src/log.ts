import { type Logger, pino } from 'pino';

const STDERR = 2;

/** Paths that must never be written even if somebody logs a whole request or connection by mistake. */
const SECRETS = [
  'cookie',
  'password',
  'token',
  'credentials',
  'cipherKey',
  'macKey',
  'masterKey',
  'databaseUrl',
  'databaseOwnerUrl',
  'headers.cookie',
  'headers.authorization',
];

/** One JSON line per event on standard error: time in UTC, level, message, fields. */
export function createLog(): Logger {
  return pino(
    {
      base: null,
      timestamp: pino.stdTimeFunctions.isoTime,
      formatters: { level: (label) => ({ level: label }) },
      redact: { paths: SECRETS.flatMap((path) => [path, `*.${path}`]), censor: '[redacted]' },
    },
    pino.destination({ dest: STDERR, sync: true }),
  );
}
