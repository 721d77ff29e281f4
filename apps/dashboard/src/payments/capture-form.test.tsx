import { fireEvent, screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, describe, expect, test, vi } from 'vitest';
import { renderDesk } from '../testing.tsx';
import { CaptureForm } from './capture-form.tsx';
import type { Operation, PaymentDetail } from './payment.ts';
import { operation, paymentDetail } from './testing.tsx';

type Sent = { readonly amount: number; readonly closeRest: boolean; readonly key: string };

/** Answers every capture with this operation, and remembers what was sent. */
function serve(answer: Operation): Sent[] {
  const sent: Sent[] = [];
  vi.stubGlobal('fetch', (url: string, { body }: RequestInit) => {
    if (!url.includes('payments.capture')) return Promise.reject(new Error('not served here'));
    sent.push(JSON.parse(String(body)));
    const data = { operation: answer, payment: paymentDetail() };
    return Promise.resolve(Response.json({ result: { data } }));
  });
  return sent;
}

function open(payment: PaymentDetail = paymentDetail()) {
  const onClose = vi.fn();
  renderDesk(
    <CaptureForm payment={payment} max={payment.remaining} caution={null} onClose={onClose} />,
  );
  return { onClose, user: userEvent.setup() };
}

const amountField = () => screen.getByLabelText<HTMLInputElement>('Amount in CHF');
const sendButton = () => screen.getByRole('button', { name: /^Capture/ });

/** Enter in the amount: the browser submits the form while the focus stays in the field. */
function submitForm() {
  const form = amountField().closest('form');
  if (form) fireEvent.submit(form);
}

async function typeAmount(user: ReturnType<typeof userEvent.setup>, text: string) {
  await user.clear(amountField());
  if (text !== '') await user.type(amountField(), text);
}

afterEach(() => vi.unstubAllGlobals());

describe('the capture form', () => {
  test('P06 starts on the whole amount, without a question about a rest', () => {
    open();

    expect(amountField().value).toBe('100.00');
    expect(document.activeElement).toBe(amountField());
    expect(screen.queryByRole('radio')).toBeNull();
    expect(sendButton().textContent).toBe('Capture CHF\u00A0100.00');
  });

  test.each([
    ['yes', [true, false]],
    ['no', [false, true]],
    ['unconfirmed', [false, false]],
  ] as const)(
    'with several captures "%s" preselects keep/close %j',
    async (severalCaptures, checked) => {
      const { user } = open(
        paymentDetail({ connection: { ...paymentDetail().connection, severalCaptures } }),
      );

      await typeAmount(user, '40');

      const radios = screen.getAllByRole<HTMLInputElement>('radio');
      expect(radios.map((radio) => radio.checked)).toEqual(checked);
      expect(document.body.textContent?.includes('It is not confirmed that this contract')).toBe(
        severalCaptures === 'unconfirmed',
      );
    },
  );

  test('asks for the choice where nothing is preselected, and sends nothing before', async () => {
    const sent = serve(operation());
    const { user } = open(
      paymentDetail({
        connection: { ...paymentDetail().connection, severalCaptures: 'unconfirmed' },
      }),
    );

    await typeAmount(user, '40');
    await user.click(sendButton());

    expect(screen.getByText('Choose what happens to the rest.')).toBeDefined();
    expect(document.activeElement).toBe(screen.getAllByRole('radio')[0]);
    expect(sent).toEqual([]);
  });

  test.each([
    ['0', 'Enter an amount above 0.'],
    ['-1', 'Enter an amount above 0, without a sign.'],
    ['1e3', 'Write the amount with digits only, for example 49.90.'],
    ['12.345', 'Write the amount like 1234.50 – “12.345” can be read in two ways.'],
    ['100.01', 'Amount must be CHF 100.00 or less.'],
    ['0.99', 'Amount must be CHF 1.00 or more.'],
    ['', 'Enter an amount.'],
  ])('refuses %s with the rule, keeps what was typed and the focus', async (text, message) => {
    const sent = serve(operation());
    const { user } = open();

    await typeAmount(user, text);
    submitForm();

    expect(await screen.findByText(message)).toBeDefined();
    expect(amountField().value).toBe(text);
    expect(document.activeElement).toBe(amountField());
    expect(sent).toEqual([]);
  });

  test('lists two errors on top and focuses the list', async () => {
    const { user } = open();

    await typeAmount(user, '0');
    await user.type(screen.getByLabelText(/^Reference/), 'Müller');
    await user.click(sendButton());

    expect(document.activeElement?.textContent).toContain('There is a problem');
    expect(screen.getByRole('button', { name: 'Use “Mueller”' })).toBeDefined();
  });

  test('P02 pressed twice sends once, in minor units, and closes', async () => {
    const sent = serve(operation({ amount: 4_000 }));
    const { user, onClose } = open();

    await typeAmount(user, '40');
    await user.click(screen.getByLabelText(/^Close the rest/));
    await user.dblClick(sendButton());

    await waitFor(() => expect(onClose).toHaveBeenCalledOnce());
    expect(sent).toHaveLength(1);
    expect(sent[0]).toMatchObject({ amount: 4_000, closeRest: true, version: 7 });
  });

  test('a decline says that nothing was booked, keeps the input and needs a new key', async () => {
    const sent = serve(operation({ state: 'failed', code: '20000100', amount: 4_000 }));
    const { user, onClose } = open();

    await typeAmount(user, '40');
    await user.click(sendButton());
    const alert = await screen.findByRole('alert');
    await user.click(sendButton());
    await waitFor(() => expect(sent).toHaveLength(2));

    expect(alert.textContent).toContain('CHF\u00A040.00 was not captured');
    expect(alert.textContent).toContain('Nothing was booked.');
    expect(alert.textContent).toContain('20000100');
    expect(amountField().value).toBe('40.00');
    expect(sent[0]?.key).not.toBe(sent[1]?.key);
    expect(onClose).not.toHaveBeenCalled();
  });

  test('an unknown outcome takes the form away: no way to send it again', async () => {
    serve(operation({ state: 'unknown', code: null }));
    const { user } = open();

    await user.click(sendButton());
    await screen.findByRole('button', { name: 'Check status' });

    expect(screen.queryByLabelText('Amount in CHF')).toBeNull();
    expect(screen.getAllByRole('button').map(({ textContent }) => textContent)).toEqual([
      'Check status',
      'Back',
    ]);
  });

  test('warns before a rest that could never be moved, and Enter does not pass the warning', async () => {
    const sent = serve(operation());
    const { user } = open();

    await typeAmount(user, '99.50');
    submitForm();

    expect(await screen.findByText(/This leaves CHF 0\.50/)).toBeDefined();
    expect(sent).toEqual([]);
  });
});
