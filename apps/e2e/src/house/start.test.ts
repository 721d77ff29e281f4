import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { createServer, type Server } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { freePort } from '../desk/free-port.ts';
import { wholeEnv } from '../env.ts';

const root = fileURLToPath(new URL('../../../..', import.meta.url));

let dataDir: string;
let running: Start[];
beforeEach(() => {
  dataDir = mkdtempSync(join(tmpdir(), 'desk start '));
  running = [];
});
afterEach(async () => {
  for (const start of running) {
    start.child.kill('SIGTERM');
    await start.ended;
  }
  rmSync(dataDir, { recursive: true, force: true });
});

describe('pnpm start', () => {
  test('keeps what it knows when it is stopped and started again', async () => {
    const ports = { PORT: String(await freePort()), SIMULATOR_PORT: String(await freePort()) };
    const first = await start({ ...ports, DEMO_PAYMENTS: '5' });
    const before = await first.paymentsOf('manager', 5);
    first.child.kill('SIGTERM');
    await first.ended;

    const second = await start({ ...ports, DEMO_PAYMENTS: '5' });

    expect(await second.paymentsOf('manager', 5)).toEqual(before);
  });

  test('C07 starts again after it was killed with PostgreSQL and the simulator left alive', async () => {
    const first = await start({});
    first.child.kill('SIGKILL');
    await first.ended;

    const second = await start({ PORT: first.port, SIMULATOR_PORT: first.simulatorPort });

    expect((await fetch(`${second.url}/health`)).status).toBe(200);
  });

  test('runs twice at once on other ports and data directories', async () => {
    const otherDir = mkdtempSync(join(tmpdir(), 'desk start '));

    const [one, two] = [await start({}), await start({ DATA_DIR: otherDir })];

    expect((await fetch(`${one.url}/health`)).status).toBe(200);
    expect((await fetch(`${two.url}/health`)).status).toBe(200);
    two.child.kill('SIGTERM');
    await two.ended;
    rmSync(otherDir, { recursive: true, force: true });
  });

  test('refuses a second start on the same data directory, and names DATA_DIR', async () => {
    await start({});

    const { code, output } = await ending({});

    expect(code).not.toBe(0);
    expect(output).toContain('DATA_DIR');
  });

  test.each(['PORT', 'SIMULATOR_PORT'])('names %s when that port is taken', async (name) => {
    const taken = await listening();
    const address = taken.address();
    const port = typeof address === 'object' && address !== null ? String(address.port) : '';

    const { code, output } = await ending({ [name]: port });
    taken.close();

    expect(code).not.toBe(0);
    expect(output).toMatch(new RegExp(`\\b${name}\\b`));
    expect(output).toContain(port);
  });

  test('stops everything it started when it is told to stop', async () => {
    const one = await start({});
    one.child.kill('SIGINT');

    expect(await one.ended).toBe(0);
    await expect(fetch(`${one.simulatorUrl}/health`)).rejects.toThrow();
    expect(livingPostmaster()).toBe(false);
  });

  test.each([
    ['PORT', 'eighty'],
    ['DEMO_PAYMENTS', '-1'],
    ['MASTER_KEY', 'short'],
    ['RESOLVE_AT_MS', '1,x'],
  ])('explains what is wrong with %s=%s', async (name, value) => {
    const { code, output } = await ending({ [name]: value });

    expect(code).not.toBe(0);
    expect(output).toContain(name);
  });
});

type Settings = {
  readonly PORT?: string;
  readonly SIMULATOR_PORT?: string;
  readonly [name: string]: string | undefined;
};

type Start = {
  readonly child: ChildProcess;
  readonly port: string;
  readonly simulatorPort: string;
  readonly url: string;
  readonly simulatorUrl: string;
  readonly ended: Promise<number | null>;
  paymentsOf(account: string, atLeast: number): Promise<readonly string[]>;
};

async function start(env: Settings): Promise<Start> {
  const begun = await begin(env);
  running.push(begun);
  await new Promise<void>((resolve, reject) => {
    begun.child.stdout?.on('data', () => {
      if (/^ready http/m.test(begun.output())) resolve();
    });
    void begun.ended.then((code) =>
      reject(new Error(`start ended with ${code}:\n${begun.output()}`)),
    );
  });
  return begun;
}

async function ending(env: Settings) {
  const begun = await begin(env);
  return { code: await begun.ended, output: begun.output() };
}

async function begin({
  PORT,
  SIMULATOR_PORT,
  ...env
}: Settings): Promise<Start & { output(): string }> {
  const port = PORT ?? String(await freePort());
  const simulatorPort = SIMULATOR_PORT ?? String(await freePort());
  const child = spawn(process.execPath, ['apps/bff/src/start.ts'], {
    cwd: root,
    stdio: ['ignore', 'pipe', 'pipe'],
    env: {
      ...wholeEnv(),
      DATA_DIR: dataDir,
      DEMO_PAYMENTS: '0',
      ...env,
      PORT: port,
      SIMULATOR_PORT: simulatorPort,
    },
  });
  let output = '';
  for (const stream of [child.stdout, child.stderr]) {
    stream.on('data', (chunk: Buffer) => {
      output += chunk.toString();
    });
  }
  const url = `http://localhost:${port}`;
  return {
    child,
    port,
    simulatorPort,
    url,
    simulatorUrl: `http://localhost:${simulatorPort}`,
    output: () => output,
    ended: new Promise((resolve) => child.once('close', resolve)),
    paymentsOf: (account, atLeast) => listed(url, account, atLeast),
  };
}

async function listed(url: string, account: string, atLeast: number): Promise<readonly string[]> {
  const signedIn = await fetch(`${url}/trpc/session.signIn`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', 'x-paygate-desk': '1' },
    body: JSON.stringify({ email: `${account}@demo.example`, password: 'desk-demo-2026' }),
  });
  const cookie = signedIn.headers.get('set-cookie')?.split(';')[0] ?? '';
  const input = encodeURIComponent(JSON.stringify({ sort: 'created', order: 'desc', limit: 200 }));
  for (;;) {
    const answer = await fetch(`${url}/trpc/payments.list?input=${input}`, { headers: { cookie } });
    const body = (await answer.json()) as { result: { data: { rows: { transId: string }[] } } };
    const transIds = body.result.data.rows.map(({ transId }) => transId);
    if (transIds.length >= atLeast) return transIds;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
}

function listening(): Promise<Server> {
  return new Promise((resolve) => {
    const server = createServer().listen(0, '127.0.0.1', () => resolve(server));
  });
}

function livingPostmaster(): boolean {
  try {
    const pid = Number(
      readFileSync(join(dataDir, 'postgres/postmaster.pid'), 'utf8').split('\n')[0],
    );
    return process.kill(pid, 0);
  } catch {
    return false;
  }
}
