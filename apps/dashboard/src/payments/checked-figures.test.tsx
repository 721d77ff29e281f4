import { screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, describe, expect, test, vi } from 'vitest';
import { renderDesk } from '../testing.tsx';
import { CheckedFigures } from './checked-figures.tsx';
import type { PaymentDetail } from './payment.ts';
import { operation, paymentDetail } from './testing.tsx';

afterEach(() => vi.unstubAllGlobals());

/** A server that answers every call with this, and the procedures it was asked. */
function answering(body: object, status = 200) {
  const asked: string[] = [];
  vi.stubGlobal('fetch', async (url: string) => {
    asked.push(new URL(url, 'http://desk').pathname);
    return Response.json(body, { status });
  });
  return asked;
}

const found = (payment: PaymentDetail) => ({ result: { data: { operation: null, payment } } });
const refused = {
  error: {
    message: 'refused',
    code: -32009,
    data: { httpStatus: 409, refusal: 'gateway-unreachable' },
  },
};
const pressCheck = () => userEvent.click(screen.getByRole('button', { name: 'Check now' }));

describe('the figures of a payment', () => {
  test('say when the gateway was asked, or that it never was', () => {
    const { unmount } = renderDesk(<CheckedFigures payment={paymentDetail()} />);
    expect(document.body.textContent).toContain('checked with the gateway on Fri 20.11., 14:05');
    unmount();

    renderDesk(<CheckedFigures payment={paymentDetail({ checkedAt: null })} />);
    expect(document.body.textContent).toContain('not checked with the gateway yet');
  });

  test.each([
    ['the gateway states the same', 7, 'The gateway states the same figures'],
    ['something was done elsewhere', 8, 'What is new stands in the history'],
  ])('are asked for by one press: %s', async (_what, version, text) => {
    const asked = answering(found(paymentDetail({ version })));
    renderDesk(<CheckedFigures payment={paymentDetail({ version: 7 })} />);

    await pressCheck();

    await waitFor(() => expect(document.body.textContent).toContain(text));
    expect(asked).toEqual(['/trpc/payments.check']);
  });

  test('say when the gateway cannot be asked', async () => {
    answering(refused, 409);
    renderDesk(<CheckedFigures payment={paymentDetail()} />);

    await pressCheck();

    await waitFor(() => expect(document.body.textContent).toContain('could not be checked now'));
  });

  test.each<[string, Partial<PaymentDetail>]>([
    ['an outcome is unknown', { operations: [operation({ state: 'unknown' })] }],
    ['people have to decide', { operations: [operation({ state: 'review' })] }],
    ['the figures are in doubt', { doubt: 'fell' }],
  ])('leave the button to the notice while %s', (_why, state) => {
    renderDesk(<CheckedFigures payment={paymentDetail(state)} />);

    expect(screen.queryByRole('button')).toBeNull();
  });
});
