import { describe, expect, test } from 'vitest';
import { readEnv, repositoryFolder } from './env.ts';
import { isGatewayBase } from './env-formats.ts';

describe('the environment', () => {
  test('needs nothing to be set', () => {
    expect(readEnv({})).toEqual({
      port: 3000,
      simulatorPort: 4000,
      dataDir: `${repositoryFolder}/.data`,
      databaseUrl: null,
      databaseOwnerUrl: null,
      masterKey: null,
      demo: true,
      demoPayments: 200,
      gatewayUrl: 'http://127.0.0.1:4000',
      startsSimulator: true,
      smtp: null,
      gatewayTimeoutMs: 30_000,
      quietPeriodMs: 600_000,
      creditQuietPeriodMs: 2_100_000,
      resolveAtMs: [30_000, 120_000, 300_000, 600_000, 2_100_000],
      sweepPerSecond: 10,
    });
  });

  test('takes an empty variable for one that is not set', () => {
    expect(readEnv({ PORT: '', DATABASE_URL: '' }).port).toBe(3000);
  });

  test('starts no simulator beside a gateway that was named', () => {
    const env = readEnv({ GATEWAY_URL: 'https://gateway.example/' });

    expect(env).toMatchObject({ gatewayUrl: 'https://gateway.example', startsSimulator: false });
  });

  test.each([
    ['PORT', '0'],
    ['PORT', '65536'],
    ['PORT', '3000.5'],
    ['PORT', 'http'],
    ['SIMULATOR_PORT', '-1'],
    ['SIMULATOR_PORT', '3000'],
    ['DATABASE_URL', 'mysql://localhost/desk'],
    ['DATABASE_OWNER_URL', 'postgresql://localhost/desk'],
    ['MASTER_KEY', 'c2hvcnQ='],
    ['DEMO', 'no'],
    ['DEMO_PAYMENTS', '1e3'],
    ['GATEWAY_URL', 'http://gateway.example'],
    ['GATEWAY_URL', 'https://gateway.example/?x=1'],
    ['GATEWAY_TIMEOUT_MS', '30s'],
    ['QUIET_PERIOD_MS', 'ten minutes'],
    ['RESOLVE_AT_MS', '1000;2000'],
    ['RESOLVE_AT_MS', '2000,1000'],
  ])('refuses %s=%s by name', (name, value) => {
    expect(() => readEnv({ [name]: value })).toThrow(new RegExp(`^${name} `));
  });

  test.each([
    ['QUIET_PERIOD_MS', { QUIET_PERIOD_MS: '59999' }],
    ['CREDIT_QUIET_PERIOD_MS', { CREDIT_QUIET_PERIOD_MS: '59999' }],
    ['QUIET_PERIOD_MS', { GATEWAY_TIMEOUT_MS: '300001' }],
  ])('refuses %s below twice the timeout outside demo', (name, given) => {
    expect(() => readEnv({ DEMO: 'off', ...given })).toThrow(new RegExp(`^${name} is .* at least`));
    expect(() => readEnv({ DEMO: 'on', ...given })).not.toThrow();
  });

  test('asks for a master key where the sealed keys leave this machine', () => {
    const given = { DEMO: 'off', DATABASE_URL: 'postgresql://db.example/desk' };

    expect(() => readEnv(given)).toThrow(/^MASTER_KEY is not set/);
  });
});

describe('a gateway base address', () => {
  test.each([
    'https://www.computop-paygate.com',
    'https://gateway.example/base',
    'http://localhost:4000',
    'http://127.0.0.1:4000',
  ])('may be %s', (text) => {
    expect(isGatewayBase(text)).toBe(true);
  });

  test.each([
    'gateway.example',
    'http://localhost.example',
    'http://192.168.0.1',
    'https://user:secret@gateway.example',
    'ftp://gateway.example',
    'javascript:alert(1)',
    'https://gateway.example/#part',
  ])('may not be %s', (text) => {
    expect(isGatewayBase(text)).toBe(false);
  });
});
