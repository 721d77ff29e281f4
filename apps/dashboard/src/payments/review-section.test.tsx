import { screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, describe, expect, test, vi } from 'vitest';
import { now, renderDesk } from '../testing.tsx';
import type { Operation } from './payment.ts';
import { ReviewSection } from './review-section.tsx';
import { operation } from './testing.tsx';

const hour = 3_600_000;
const inReview = operation({ kind: 'reversal', state: 'review', resolvedAt: null });
const proposal: NonNullable<Operation['review']> = {
  verdict: 'executed',
  reason: 'The TWINT portal shows it',
  by: 'A. Keller',
  at: now - hour,
  mayConfirm: true,
  why: null,
  confirmableAt: null,
};
const buttons = () => screen.queryAllByRole('button').map(({ textContent }) => textContent);
const text = () => document.body.textContent ?? '';

/** A server that takes every call; answers what was sent to it. */
function listen() {
  const sent: { readonly path: string; readonly input: unknown }[] = [];
  vi.stubGlobal('fetch', async (url: string, { body }: { readonly body: string | null }) => {
    const path = new URL(url, 'http://desk').pathname;
    sent.push({ path, input: body === null ? null : JSON.parse(body) });
    return Response.json({ result: { data: {} } });
  });
  return sent;
}

afterEach(() => vi.unstubAllGlobals());

describe('the first person', () => {
  const first = { ...inReview, mayPropose: true };

  test('has to choose a verdict and give a proof; nothing is preselected', async () => {
    const sent = listen();
    renderDesk(<ReviewSection operation={first} />);
    const radios = screen.getAllByRole<HTMLInputElement>('radio');
    expect(radios.map(({ checked }) => checked)).toEqual([false, false]);

    await userEvent.click(screen.getByRole('button', { name: 'Propose' }));

    expect(text()).toContain('Choose what became of it');
    expect(text()).toContain('Say what proves it');
    expect(sent).toEqual([]);
  });

  test('proposes what was found', async () => {
    const sent = listen();
    renderDesk(<ReviewSection operation={first} />);

    await userEvent.click(screen.getByRole('radio', { name: /^It was not/ }));
    await userEvent.type(screen.getByLabelText('What proves it?'), '  not in the portal ');
    await userEvent.click(screen.getByRole('button', { name: 'Propose' }));

    await waitFor(() => expect(sent).toHaveLength(1));
    expect(sent[0]).toEqual({
      path: '/trpc/operations.proposeReview',
      input: { operationId: first.id, verdict: 'not-executed', reason: 'not in the portal' },
    });
  });

  test('cannot confirm an own proposal, but replace it or take it back', async () => {
    const sent = listen();
    const review = { ...proposal, mayConfirm: false, why: 'own-proposal' };
    renderDesk(<ReviewSection operation={{ ...first, review }} />);

    expect(buttons()).toEqual(['Propose something else …', 'Withdraw the proposal']);
    expect(text()).toContain('Another person with the right to approve');
    expect(screen.queryByRole('radio')).toBeNull();
    await userEvent.click(screen.getByRole('button', { name: 'Propose something else …' }));
    expect(screen.getAllByRole('radio')).toHaveLength(2);
    await userEvent.click(screen.getByRole('button', { name: 'Withdraw the proposal' }));
    await waitFor(() => expect(sent[0]?.path).toBe('/trpc/operations.withdrawReview'));
  });

  test('reads from when it can be confirmed alone', () => {
    const why = 'own-proposal-too-soon';
    const review = { ...proposal, mayConfirm: false, why, confirmableAt: now + 23 * hour };

    renderDesk(<ReviewSection operation={{ ...first, review }} />);

    expect(text()).toContain('Nobody else here can approve.');
    expect(text()).toContain('at Sat 21.11., 13:05');
  });
});

describe('the second person', () => {
  test('sees who says what and why, and confirms just that', async () => {
    const sent = listen();
    renderDesk(<ReviewSection operation={{ ...inReview, review: proposal }} />);

    expect(text()).toContain('It was carried out – A. Keller, Fri 20.11., 13:05');
    expect(text()).toContain('Proof: The TWINT portal shows it');
    expect(text()).toContain('CHF\u00A049.90 are booked as reversed.');
    expect(buttons()).toEqual(['Confirm: it was carried out']);
    await userEvent.click(screen.getByRole('button'));

    await waitFor(() => expect(sent).toHaveLength(1));
    expect(sent[0]).toEqual({
      path: '/trpc/operations.confirmReview',
      input: { operationId: inReview.id, verdict: 'executed' },
    });
  });

  test('is told when the figures are no longer those that were shown', async () => {
    const data = { code: 'CONFLICT', httpStatus: 409, refusal: 'stale-version', fields: null };
    const error = { code: -32009, message: 'refused: stale-version', data };
    vi.stubGlobal('fetch', async () => Response.json({ error }, { status: 409 }));
    renderDesk(<ReviewSection operation={{ ...inReview, review: proposal }} />);

    await userEvent.click(screen.getByRole('button'));

    expect((await screen.findByRole('alert')).textContent).toContain('Check the new figures');
  });
});

test('who may neither propose nor confirm reads whom it waits for', () => {
  const { unmount } = renderDesk(<ReviewSection operation={inReview} />);
  expect(text()).toContain('A person with the right to this step has to say');
  expect(buttons()).toEqual([]);
  unmount();

  const review = { ...proposal, mayConfirm: false, why: 'right-missing' };
  renderDesk(<ReviewSection operation={{ ...inReview, review }} />);
  expect(text()).toContain('A person with the right to approve has to confirm it.');
  expect(buttons()).toEqual([]);
});

test('nothing here sounds as if the step could be repeated', () => {
  renderDesk(<ReviewSection operation={{ ...inReview, mayPropose: true, review: proposal }} />);

  expect(text()).not.toMatch(/retry|try again|resend|send again|repeat/i);
});
