import { screen } from '@testing-library/react';
import { describe, expect, test } from 'vitest';
import { now, renderDesk } from '../testing.tsx';
import { OutcomeUnknown } from './outcome-unknown.tsx';
import { operation } from './testing.tsx';

const open = operation({
  state: 'unknown',
  code: null,
  sentAt: now - 60_000,
  resolvedAt: null,
  nextCheckAt: now + 120_000,
  quietUntil: now + 540_000,
});

describe('an unknown outcome', () => {
  test.each([
    ['capture', 'unknown'],
    ['reversal', 'unknown'],
    ['credit', 'unknown'],
    ['capture', 'review'],
  ] as const)(
    'of a %s (%s) offers "Check status" and nothing that would repeat it',
    (kind, state) => {
      renderDesk(<OutcomeUnknown operation={{ ...open, kind, state }} />);

      expect(screen.getAllByRole('button').map(({ textContent }) => textContent)).toEqual([
        'Check status',
      ]);
      expect(screen.queryByRole('link')).toBeNull();
      expect(document.body.textContent).not.toMatch(/retry|again now|try again|resend/i);
    },
  );

  test('says what was intended, when it was sent, what not to do and what happens next', () => {
    renderDesk(<OutcomeUnknown operation={open} />);

    const text = document.body.textContent ?? '';
    expect(text).toContain('“Capture CHF\u00A049.90”');
    expect(text).toContain('on Fri 20.11., 14:04');
    expect(text).toContain('Don’t repeat it');
    expect(text).toContain('again by ourselves on Fri 20.11., 14:07');
    expect(text).toContain('can be said on Fri 20.11., 14:14');
    expect(text).toContain('No inquiry was made yet.');
  });

  test('shows each piece of evidence with its figures', () => {
    const evidence = [
      {
        at: now,
        verdict: 'no-change-yet' as const,
        amountAuth: 10_000,
        amountCap: 0,
        amountCred: 0,
      },
    ];

    renderDesk(<OutcomeUnknown operation={{ ...open, evidence }} />);

    expect(screen.getByRole('listitem').textContent).toContain('no change yet');
    expect(screen.getByRole('listitem').textContent).toContain('authorised CHF\u00A0100.00');
  });
});
