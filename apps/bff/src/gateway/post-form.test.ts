import { once } from 'node:events';
import https from 'node:https';
import type { AddressInfo } from 'node:net';
import tls from 'node:tls';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { postForm } from './post-form.ts';
import certificates from './testing-certificates.json' with { type: 'json' };

const FORM = 'MerchantID=desk_demo&Len=10&Data=00112233';
const trusted = tls.getCACertificates('default');

beforeAll(() => tls.setDefaultCACertificates([...trusted, certificates.authority]));
afterAll(() => tls.setDefaultCACertificates(trusted));

type Identity = 'good' | 'expired' | 'wrongHost' | 'selfSigned' | 'interceptor';

/** Posts the form to a server with this identity; tells what the server got to read of it. */
async function post(identity: Identity, options: tls.TlsOptions = {}) {
  let read = '';
  const server = https.createServer(
    { ...certificates[identity], ...options },
    (request, answer) => {
      request.on('data', (chunk: Buffer) => {
        read += chunk.toString();
      });
      request.on('end', () => answer.end('Len=0&Data='));
    },
  );
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  const result = await postForm(new URL(`https://localhost:${port}/capture.aspx`), FORM, 5000);
  server.closeAllConnections();
  server.close();
  return { result, read };
}

describe('W14: a gateway that does not prove who it is', () => {
  test('while one that does gets the form', async () => {
    const { result, read } = await post('good');

    expect(result).toMatchObject({ ok: true, httpStatus: 200 });
    expect(read).toBe(FORM);
  });

  test.each<[string, Identity, tls.TlsOptions]>([
    ['an expired certificate', 'expired', {}],
    ['a certificate of another host', 'wrongHost', {}],
    ['a certificate it signed itself', 'selfSigned', {}],
    ['a certificate of an authority nobody trusts', 'interceptor', {}],
    [
      'TLS 1.1 at best',
      'good',
      { minVersion: 'TLSv1', maxVersion: 'TLSv1.1', ciphers: 'DEFAULT@SECLEVEL=0' },
    ],
  ])('with %s reads not a byte', async (_, identity, options) => {
    const { result, read } = await post(identity, options);

    expect(result).toEqual({ ok: false, why: 'cut' });
    expect(read).toBe('');
  });
});
