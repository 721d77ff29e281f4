import { act, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import type { Right } from 'paygate-payments';
import { afterEach, describe, expect, test, vi } from 'vitest';
import { SessionProvider } from '../app/session.tsx';
import { renderRouted } from '../testing.tsx';
import { NewImportForm } from './new-import-form.tsx';

const shop = { slug: 'shop', label: 'Shop', merchantId: 7 };
const preview = {
  lines: 1,
  counts: { waiting: 1 },
  problems: [],
  encoding: 'utf-8',
  undated: 0,
};

/** A server whose answers come when the test says so; `sent` is what was asked of it. */
function serve() {
  const waiting: { readonly url: string; readonly answer: (data: unknown) => void }[] = [];
  const sent: string[] = [];
  vi.stubGlobal('fetch', (url: string) => {
    sent.push(url);
    if (url.startsWith('/uploads')) return Promise.resolve(Response.json({ uploadId: 'u' }));
    return new Promise<Response>((resolve) => {
      const answer = (data: unknown) => resolve(Response.json({ result: { data } }));
      waiting.push({ url, answer });
    });
  });
  const answer = async (procedure: string, data: unknown) => {
    const isAsked = ({ url }: { readonly url: string }) => url.includes(procedure);
    await vi.waitFor(() => expect(waiting.some(isAsked)).toBe(true));
    await act(async () => waiting.splice(waiting.findIndex(isAsked), 1)[0]?.answer(data));
  };
  return { answer, sent };
}

async function open(...rights: Right[]) {
  const membership = { merchantId: 7, merchantName: 'Shop', role: 'manager', rights };
  const session = { demo: false, person: { memberships: [membership] } };
  await renderRouted(
    <SessionProvider session={session as never}>
      <NewImportForm />
    </SessionProvider>,
  );
  return userEvent.setup();
}

const list = () => screen.findByLabelText<HTMLTextAreaElement>('Or a pasted list');
const check = () => screen.getByRole('button', { name: 'Check list' });

afterEach(() => vi.unstubAllGlobals());

describe('the form of a new import', () => {
  test('is not there before its connections are, then hands a list in for their merchant', async () => {
    const { answer, sent } = serve();
    const user = await open('import');

    expect(screen.queryByRole('textbox')).toBeNull();
    expect(screen.queryByRole('button')).toBeNull();

    await answer('imports.connections', { rows: [shop] });
    await user.type(await list(), 'PayID;TransID');
    await user.click(check());

    await vi.waitFor(() => expect(sent).toContain('/uploads?merchantId=7&name='));
    expect(sent.filter((url) => url.startsWith('/uploads'))).toHaveLength(1);
  });

  test('says what to do where there is no connection, and leads there whoever may make one', async () => {
    const { answer } = serve();
    await open('import', 'connections');

    await answer('imports.connections', { rows: [] });

    expect(await screen.findByText('There is no gateway connection yet')).toBeDefined();
    expect(screen.getByRole('link').getAttribute('href')).toBe('/settings/connections/new');
    expect(screen.queryByRole('textbox')).toBeNull();
  });

  test('names who can connect the gateway to whoever may not', async () => {
    const { answer } = serve();
    await open('import');

    await answer('imports.connections', { rows: [] });

    expect(await screen.findByText('An admin can connect the gateway.')).toBeDefined();
    expect(screen.queryByRole('link')).toBeNull();
  });

  test('shows no preview of a list that was changed before the answer came', async () => {
    const { answer } = serve();
    const user = await open('import');
    await answer('imports.connections', { rows: [shop] });
    await user.type(await list(), 'a');
    await user.click(check());

    await user.type(await list(), 'b');
    await answer('imports.preview', preview);

    // The answer has come: what it would have shown is not there.
    expect(check().getAttribute('aria-busy')).toBeNull();
    expect(screen.queryByText('What will happen')).toBeNull();
    expect((await list()).value).toBe('ab');

    await user.click(check());
    await answer('imports.preview', preview);

    expect(await screen.findByText('What will happen')).toBeDefined();
  });
});
