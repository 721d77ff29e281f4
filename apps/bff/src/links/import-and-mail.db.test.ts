import { SMTPServer } from 'smtp-server';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { readEnv } from '../env.ts';
import { sendMails } from '../mails/send-mails.ts';
import { type Desk, openDesk } from '../payments/testing.ts';
import { addPerson } from '../payments/testing-person.ts';
import type { Person } from '../sessions/person.ts';
import { createLink } from './create-link.ts';
import { getLink } from './get-link.ts';
import { createImport, previewImport } from './import-links.ts';
import type { ImportLinksInput } from './link-input.ts';
import { sendLinkMail } from './send-link-mail.ts';
import { asking, linkFor } from './testing.ts';

let desk: Desk;
let service: Person;
beforeAll(async () => {
  desk = await openDesk();
  service = await addPerson(desk, 'service');
});
afterAll(() => desk.close());

const file = (text: string): ImportLinksInput => ({
  connection: 'demo',
  text,
  language: 'fr',
  capture: 'by-hand',
  validUntil: desk.deps.clock.now() + 86_400_000,
});

describe('a file of links', () => {
  test('makes one link per line, all at once, and the same file no second one', async () => {
    const text = 'Betrag;RefNr;Beschreibung\r\n1’059.50;A-1;Velo\r\n20;A-2;"Schloss; schwarz"\r\n';
    const preview = await previewImport(desk.deps, asking(service), file(text));
    expect(preview).toMatchObject({ faulty: 0, sum: 1079_50 });

    const input = { ...file(text), key: crypto.randomUUID() };
    const made = await createImport(desk.deps, asking(service), input);
    const again = await createImport(desk.deps, asking(service), input);

    expect(made.rows.map(({ refNr, amount, orderDesc }) => [refNr, amount, orderDesc])).toEqual([
      ['A-1', 1059_50, 'Velo'],
      ['A-2', 20_00, 'Schloss; schwarz'],
    ]);
    expect(again.rows.map(({ url }) => url)).toEqual(made.rows.map(({ url }) => url));
  });

  test('names every line that cannot be, and then makes none', async () => {
    const text =
      'amount,refNr,description\n5,A-1,ok\n0.50,A-2,small\n1.2.3,A-3,x\n9,A 4,x\n9,A-1,x\n9,,\n';
    const { lines, faulty } = await previewImport(desk.deps, asking(service), file(text));
    expect(faulty).toBe(5);
    expect(
      lines.map(({ line, problems }) => [line, ...problems.map(({ problem }) => problem)]),
    ).toEqual([
      [2],
      [3, 'amount-too-low'],
      [4, 'amount'],
      [5, 'ref-nr'],
      [6, 'twice'],
      [7, 'empty'],
    ]);
    const input = { ...file(text), key: crypto.randomUUID() };
    await expect(createImport(desk.deps, asking(service), input)).rejects.toThrow('faulty-lines');
  });

  test.each([
    ['12,50,A-1,Laces', ['more-columns']],
    ['12,50,A-1', ['amount-split']],
    ['amount,refNr,description\n5,A-1,Laces, black', ['more-columns']],
    ['amount,refNr\nCHF 1’200,50', ['amount-split']],
    ['5,A-1,"Laces, black",', []],
    ['12,50;A-1;Laces', []],
    ['5,500,Laces', []],
  ])(
    '%# an amount is never taken from a line that can be read in two ways',
    async (text, wrong) => {
      const { lines } = await previewImport(desk.deps, asking(service), file(text));

      expect(lines[0]?.problems.map(({ problem }) => problem)).toEqual(wrong);
    },
  );

  test.each([
    ['amount;refNr', 'empty'],
    ['refNr;description\nA;b', 'no-amount-column'],
    ['5;"open', 'quotes'],
    ['5;A\n'.repeat(501), 'too-many-rows'],
  ])('%# is refused as a whole', async (text, problem) => {
    await expect(previewImport(desk.deps, asking(service), file(text))).rejects.toThrow(problem);
  });
});

describe('a link by mail', () => {
  /** A real mail server on this machine that answers as told. */
  const withServer = async (
    refuse: { readonly code: number } | null,
    work: (own: Desk['deps'], received: readonly string[]) => Promise<void>,
  ) => {
    const received: string[] = [];
    const server = new SMTPServer({
      authOptional: true,
      disabledCommands: ['STARTTLS'],
      onRcptTo: (_address, _session, done) =>
        done(refuse && Object.assign(new Error('no'), { responseCode: refuse.code })),
      onData: (stream, _session, done) => {
        const chunks: Buffer[] = [];
        stream.on('data', (chunk: Buffer) => chunks.push(chunk));
        stream.on('end', () => {
          received.push(Buffer.concat(chunks).toString('utf8'));
          done();
        });
      },
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const address = server.server.address();
    const port = typeof address === 'object' && address !== null ? address.port : 0;
    const { smtp } = readEnv({
      SMTP_URL: `smtp://127.0.0.1:${port}`,
      MAIL_FROM: 'Laden <laden@desk.example>',
    });
    try {
      await work({ ...desk.deps, env: { ...desk.deps.env, smtp } }, received);
    } finally {
      await new Promise<void>((resolve) => server.close(resolve));
    }
  };
  const make = () => createLink(desk.deps, asking(service), linkFor(desk.deps.clock.now()));
  const to = (linkId: string, key: string = crypto.randomUUID()) => ({
    linkId,
    recipient: 'kundin@example.ch',
    note: 'Bis bald',
    key,
  });

  test('is handed over once, in the customer’s language', async () => {
    await withServer(null, async (deps, received) => {
      const link = await make();
      const mail = to(link.id);
      await sendLinkMail(deps, asking(service), mail);
      await sendLinkMail(deps, asking(service), mail);
      await Promise.all([sendMails(deps), sendMails(deps)]);
      await sendMails(deps);

      expect(received).toHaveLength(1);
      expect(received[0]).toContain('To: kundin@example.ch');
      expect(received[0]?.replaceAll('=\r\n', '')).toContain(`/pay/${link.token}`);
      const { mails } = await getLink(deps, service.memberships, link.id);
      expect(mails).toMatchObject([{ state: 'sent', recipient: 'kundin@example.ch' }]);
    });
  });

  test('that the server puts off is tried again; that it refuses is not', async () => {
    const link = await make();
    await withServer({ code: 451 }, async (deps) => {
      await sendLinkMail(deps, asking(service), to(link.id));
      await sendMails(deps);
      const { mails } = await getLink(deps, service.memberships, link.id);
      expect(mails[0]).toMatchObject({ state: 'waiting' });
      expect(mails[0]?.nextTryAt).toBeGreaterThan(desk.deps.clock.now());
    });
    const other = await make();
    await withServer({ code: 550 }, async (deps) => {
      await sendLinkMail(deps, asking(service), to(other.id));
      await sendMails(deps);
      const { mails } = await getLink(deps, service.memberships, other.id);
      expect(mails[0]).toMatchObject({ state: 'failed' });
    });
  });

  test('is refused while nobody has said how', async () => {
    const link = await make();
    await expect(sendLinkMail(desk.deps, asking(service), to(link.id))).rejects.toThrow(
      'not-configured',
    );
  });
});
