import {
  createMemoryHistory,
  createRootRoute,
  createRoute,
  createRouter,
  RouterProvider,
} from '@tanstack/react-router';
import { act, screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { useState } from 'react';
import { afterEach, describe, expect, test, vi } from 'vitest';
import { renderDesk } from '../testing.tsx';
import { CaptureForm } from './capture-form.tsx';
import { MoneyDialog } from './money-dialog.tsx';
import type { PaymentDetail } from './payment.ts';
import { operation, paymentDetail } from './testing.tsx';
import { usePayment } from './use-payment.ts';

const declined = operation({ state: 'failed', code: '20000100', amount: 10_000 });
const inFlight = paymentDetail({
  allowedActions: [{ action: 'capture', allowed: false, reason: 'step-in-flight', max: 0 }],
});

const unknown = operation({ state: 'unknown', code: null, amount: 10_000 });

/** A server that declines captures, and answers what a payment is when the test says so. */
function serve(outcome = declined) {
  let isDown = false;
  const reads: ((payment: PaymentDetail) => void)[] = [];
  const versions: unknown[] = [];
  vi.stubGlobal('fetch', (url: string, init?: RequestInit) => {
    if (url.includes('payments.capture')) {
      versions.push(JSON.parse(String(init?.body)).version);
      const data = { operation: outcome, payment: paymentDetail() };
      return Promise.resolve(Response.json({ result: { data } }));
    }
    if (!url.includes('payments.get')) return Promise.reject(new Error('not served here'));
    if (isDown) return Promise.reject(new TypeError('Failed to fetch'));
    return new Promise<Response>((resolve) => {
      reads.push((data) => resolve(Response.json({ result: { data } })));
    });
  });
  const read = async (payment: PaymentDetail) => {
    await waitFor(() => expect(reads).not.toHaveLength(0));
    await act(async () => reads.shift()?.(payment));
  };
  /** From here on no payment can be read. */
  const goDown = () => {
    isDown = true;
  };
  return { read, goDown, versions };
}

/** A page that shows a payment, reads it on request, and opens the dialog of its capture. */
async function open() {
  const root = createRootRoute();
  const page = createRoute({ getParentRoute: () => root, path: '/$paymentId', component: Page });
  const router = createRouter({
    routeTree: root.addChildren([page]),
    history: createMemoryHistory({ initialEntries: [`/${paymentDetail().id}`] }),
  });
  await router.load();
  renderDesk(<RouterProvider router={router as never} />);
  return userEvent.setup();
}

function Page() {
  const [isOpen, setIsOpen] = useState(false);
  const payment = usePayment(paymentDetail().id);
  return (
    <>
      <button type="button" onClick={() => void payment.refetch()}>
        Read again
      </button>
      {payment.data === undefined ? null : (
        <button type="button" onClick={() => setIsOpen(true)}>
          Open
        </button>
      )}
      {!isOpen ? null : (
        <MoneyDialog kind="capture">{(props) => <CaptureForm {...props} />}</MoneyDialog>
      )}
    </>
  );
}

const refusal = 'Another step is being carried out. Wait for its result.';
const send = () => screen.findByRole('button', { name: /^Capture CHF/ });

/** Reading is tried three times, with pauses: longer than a test waits for anything else. */
const patient = { timeout: 15_000 };

afterEach(() => {
  vi.unstubAllGlobals();
  vi.restoreAllMocks();
});

describe('the dialog of a capture', () => {
  test('sends another try only once the payment was read as the last one left it', async () => {
    const { read, versions } = serve();
    const user = await open();
    await read(paymentDetail({ version: 7 }));
    await user.click(await screen.findByText('Open'));

    await user.click(await send());
    await screen.findByRole('alert');
    await user.click(await send());

    expect((await send()).getAttribute('aria-busy')).toBe('true');
    expect(versions).toEqual([7]);

    await read(paymentDetail({ version: 8 }));
    await waitFor(async () => expect((await send()).getAttribute('aria-busy')).toBeNull());
    await user.click(await send());

    await waitFor(() => expect(versions).toEqual([7, 8]));
  });

  test('can be sent again where the payment cannot be read: the server judges what it is', async () => {
    const { read, goDown, versions } = serve();
    const user = await open();
    await read(paymentDetail({ version: 7 }));
    await user.click(await screen.findByText('Open'));
    goDown();

    await user.click(await send());
    await screen.findByRole('alert');
    await waitFor(async () => expect((await send()).getAttribute('aria-busy')).toBeNull(), patient);
    expect(screen.getByRole('alert')).toBeDefined();
    await user.click(await send());

    await waitFor(() => expect(versions).toEqual([7, 7]));
  }, 30_000);

  test('sends nothing while offline, and can be sent once the network is back', async () => {
    const { read, goDown, versions } = serve();
    const user = await open();
    await read(paymentDetail({ version: 7 }));
    await user.click(await screen.findByText('Open'));
    const network = vi.spyOn(navigator, 'onLine', 'get').mockReturnValue(false);
    goDown();

    await user.click(await send());
    await screen.findByRole('alert');
    await waitFor(async () => expect((await send()).getAttribute('aria-busy')).toBeNull(), patient);
    expect(versions).toEqual([]);

    network.mockReturnValue(true);
    await user.click(await send());
    await waitFor(() => expect(versions).toEqual([7]));
  }, 30_000);

  test('offers no other try after an unknown outcome, whether or not the payment can be read', async () => {
    const { read, goDown, versions } = serve(unknown);
    const user = await open();
    await read(paymentDetail({ version: 7 }));
    await user.click(await screen.findByText('Open'));
    goDown();

    await user.click(await send());

    await screen.findByRole('button', { name: 'Check status' });
    expect(screen.queryByRole('button', { name: /^Capture CHF/ })).toBeNull();
    expect(screen.getByRole('button', { name: 'Back' }).getAttribute('aria-busy')).toBeNull();
    expect(versions).toEqual([7]);
  });

  test('refuses nothing for what was so before: it waits for what is being read', async () => {
    const { read } = serve();
    const user = await open();
    await read(inFlight);
    await user.click(await screen.findByText('Read again'));
    await user.click(screen.getByText('Open'));

    await screen.findByRole('dialog');
    expect(screen.queryByText(refusal)).toBeNull();

    await read(paymentDetail());
    expect(await send()).toBeDefined();
  });

  test('keeps saying why it was refused, also where the step becomes possible meanwhile', async () => {
    const { read } = serve();
    const user = await open();
    await read(inFlight);
    await user.click(await screen.findByText('Open'));
    await screen.findByText(refusal);

    // A hand that reaches for Back must not find a button there that captures.
    await act(async () => screen.getByText('Read again').click());
    await read(paymentDetail());

    expect(screen.getByText(refusal)).toBeDefined();
    expect(screen.queryByRole('button', { name: /^Capture CHF/ })).toBeNull();
  });
});
