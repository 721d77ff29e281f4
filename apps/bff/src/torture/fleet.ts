import { type ChildProcess, fork } from 'node:child_process';
import { join } from 'node:path';
import { childEnvironment } from '../env.ts';
import { freePort } from './free-port.ts';

const ENTRY = join(import.meta.dirname, 'server-process.ts');
const READY_WITHIN_MS = 60_000;

/** A place for a server process; whoever stands there listens on its port. */
type Post = { readonly port: number; child: ChildProcess; ready: Promise<void> };

export type Fleet = Awaited<ReturnType<typeof startFleet>>;

/**
 * Server processes on one database. Everything they write to standard error is in `lines`.
 * `settings` are environment variables of theirs; `offset` tells how far their clock is ahead (ms).
 */
export async function startFleet(
  size: number,
  settings: Readonly<Record<string, string>>,
  offset: () => number,
) {
  const lines: string[] = [];
  const unexpected: string[] = [];

  const man = (port: number): Pick<Post, 'child' | 'ready'> => {
    const child = fork(ENTRY, [String(offset())], {
      env: childEnvironment({ ...settings, PORT: String(port) }),
      execArgv: [],
      stdio: ['ignore', 'ignore', 'pipe', 'ipc'],
    });
    child.stderr?.setEncoding('utf8').on('data', (text: string) => lines.push(text));
    child.once('exit', (code, signal) => {
      if (signal !== 'SIGKILL') unexpected.push(`a server ended by itself: ${code ?? signal}`);
    });
    return { child, ready: whenReady(child) };
  };
  const ports = await Promise.all(Array.from({ length: size }, freePort));
  const posts: Post[] = ports.map((port) => ({ port, ...man(port) }));
  const at = (index: number): Post => {
    const post = posts[index];
    if (post === undefined) throw new RangeError(`no server ${index}`);
    return post;
  };
  return {
    size,
    lines,
    /** What must never happen: a server that ended though nobody had killed it. */
    unexpected,
    portOf: (index: number): number => at(index).port,
    whenReady: async (): Promise<void> => {
      await Promise.all(posts.map(({ ready }) => ready));
    },
    /** Ends a server on the spot and puts another in its place. */
    kill: async (index: number): Promise<void> => {
      const post = at(index);
      await end(post.child);
      Object.assign(post, man(post.port));
      await post.ready;
    },
    /** Lets a server stand still, or go on. */
    signal: (index: number, signal: 'SIGSTOP' | 'SIGCONT'): void => {
      at(index).child.kill(signal);
    },
    /** Makes all of them look at the clock again. */
    tellTime: (): void => {
      for (const { child } of posts) if (child.connected) child.send({ offset: offset() });
    },
    close: async (): Promise<void> => {
      await Promise.all(posts.map(({ child }) => end(child)));
    },
  };
}

function whenReady(child: ChildProcess): Promise<void> {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(() => reject(new Error('a server did not start')), READY_WITHIN_MS);
    child.once('message', () => {
      clearTimeout(timer);
      resolve();
    });
    child.once('exit', () => {
      clearTimeout(timer);
      resolve();
    });
  });
}

function end(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return Promise.resolve();
  return new Promise((resolve) => {
    child.once('exit', () => resolve());
    child.kill('SIGKILL');
  });
}
