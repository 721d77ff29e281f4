import { screen } from '@testing-library/react';
import { describe, expect, test } from 'vitest';
import { renderRouted } from '../testing.tsx';
import { PaymentActions } from './payment-actions.tsx';
import { paymentDetail } from './testing.tsx';

describe('the actions of a payment', () => {
  test('say why not, in text tied to the button, and stay reachable', async () => {
    await renderRouted(<PaymentActions payment={paymentDetail()} />);

    const refund = screen.getByRole('button', { name: 'Refund …' });
    expect(refund.getAttribute('aria-disabled')).toBe('true');
    expect(refund.hasAttribute('disabled')).toBe(false);
    const reason = document.getElementById(refund.getAttribute('aria-describedby') ?? '');
    expect(reason?.textContent).toBe(
      'Nothing is captured yet. To release the money, reverse the authorisation.',
    );
  });

  test('leave out what the role never allows', async () => {
    const [capture] = paymentDetail().allowedActions;

    await renderRouted(
      <PaymentActions payment={paymentDetail({ allowedActions: capture ? [capture] : [] })} />,
    );

    expect(screen.getAllByRole('button')).toHaveLength(1);
  });

  test('say so when the role moves no money at all', async () => {
    await renderRouted(<PaymentActions payment={paymentDetail({ allowedActions: [] })} />);

    expect(screen.queryByRole('button')).toBeNull();
    expect(screen.getByText(/Your role does not move money/)).toBeDefined();
  });

  test('past the deadline are offered as a try, with the reason', async () => {
    const late = [
      { action: 'capture' as const, allowed: true, reason: 'past-deadline', max: 10_000 },
    ];

    await renderRouted(<PaymentActions payment={paymentDetail({ allowedActions: late })} />);

    const button = screen.getByRole('button', { name: 'Try to capture anyway …' });
    expect(button.getAttribute('aria-disabled')).toBeNull();
    expect(screen.getByText(/TWINT decides whether it still works/)).toBeDefined();
  });

  test('show a reason without words as it is', async () => {
    const odd = [{ action: 'capture' as const, allowed: false, reason: 'moon-phase', max: 0 }];

    await renderRouted(<PaymentActions payment={paymentDetail({ allowedActions: odd })} />);

    expect(screen.getByText('Not possible now (moon-phase).')).toBeDefined();
  });
});
