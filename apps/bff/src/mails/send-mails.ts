import { createTransport } from 'nodemailer';
import type { Deps } from '../deps.ts';
import { startWorkLoop, type WorkLoop } from '../live/work-loop.ts';
import { nextRepeatAt } from '../repeat-schedule.ts';
import { claimMails, giveUpLost, type Mail, settleMail } from './mail-store.ts';

const AT_ONCE = 5;
const TIMEOUT_MS = 20_000;
const LEASE_MS = 4 * TIMEOUT_MS;

/** Sends what waits, in any number of processes; nothing without a configured server. */
export function startMailer(deps: Deps): WorkLoop {
  return startWorkLoop(deps, {
    name: 'mailer',
    wakes: ({ type }) => type === 'clock' || type === 'link',
    work: () => sendMails(deps),
  });
}

/** One round. Answers whether there may be more. */
export async function sendMails(deps: Deps): Promise<boolean> {
  const { clock, database, env } = deps;
  if (env.smtp === null) return false;
  await giveUpLost(database.read, clock.wall());
  const mails = await claimMails(database.read, {
    now: clock.now(),
    wall: clock.wall(),
    leaseMs: LEASE_MS,
    limit: AT_ONCE,
  });
  for (const mail of mails) await sendOne(deps, env.smtp, mail);
  return mails.length === AT_ONCE;
}

type Server = NonNullable<Deps['env']['smtp']>;

async function sendOne({ clock, database, log }: Deps, server: Server, mail: Mail): Promise<void> {
  const transport = createTransport({
    url: server.url,
    connectionTimeout: TIMEOUT_MS,
    greetingTimeout: TIMEOUT_MS,
    socketTimeout: TIMEOUT_MS,
  });
  const { recipient, subject, body, id } = mail;
  try {
    await transport.sendMail({
      from: server.from,
      to: { name: '', address: recipient },
      subject,
      text: body,
      messageId: `<${id}@paygate-desk>`,
      disableFileAccess: true,
      disableUrlAccess: true,
    });
    await settleMail(database.read, mail, { state: 'sent', said: null, now: clock.now() });
  } catch (error) {
    log.warn({ mail: id, why: wordsOf(error) }, 'mail was not sent');
    await settleMail(database.read, mail, afterFailure(error, mail, clock.now()));
  } finally {
    transport.close();
  }
}

/**
 * A server that said no before it took the message has not taken it: 4xx is tried again, 5xx is
 * final. A line that broke while the message was under way proves nothing, so nobody sends again.
 */
function afterFailure(error: unknown, { attempts }: Mail, now: number) {
  const said = wordsOf(error);
  const code = numberOf(error);
  const refusedLater = code !== null && code >= 400 && code < 500;
  const neverConnected = ['ECONNECTION', 'EDNS', 'ECONNREFUSED', 'ETLS'].includes(codeOf(error));
  if (code !== null && code >= 500) return { state: 'failed', said, now } as const;
  if (!refusedLater && !(neverConnected && commandOf(error) === 'CONN')) {
    return { state: 'unknown', said, now } as const;
  }
  const dueAt = nextRepeatAt(attempts, now);
  if (dueAt === null) return { state: 'failed', said, now } as const;
  return { state: 'waiting', said, now, dueAt } as const;
}

function wordsOf(error: unknown): string {
  return (error instanceof Error ? error.message : String(error)).slice(0, 300);
}

function codeOf(error: unknown): string {
  return error instanceof Error && 'code' in error ? String(error.code) : '';
}

function commandOf(error: unknown): string {
  return error instanceof Error && 'command' in error ? String(error.command) : '';
}

function numberOf(error: unknown): number | null {
  const code = error instanceof Error && 'responseCode' in error ? Number(error.responseCode) : NaN;
  return Number.isInteger(code) ? code : null;
}
