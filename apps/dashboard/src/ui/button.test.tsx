import { screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { describe, expect, it } from 'vitest';
import { renderInEnglish } from '../testing.tsx';
import { Button } from './button.tsx';

describe('Button', () => {
  it('does what it is for', async () => {
    const presses: string[] = [];
    renderInEnglish(<Button onPress={() => presses.push('pressed')}>Capture</Button>);

    await userEvent.click(screen.getByRole('button', { name: 'Capture' }));

    expect(presses).toEqual(['pressed']);
  });

  it.each([
    ['primary', 1],
    ['danger', 1],
    ['plain', 2],
  ] as const)('takes a double click of tone %s as %i', async (tone, times) => {
    const presses: string[] = [];
    renderInEnglish(
      <Button tone={tone} onPress={() => presses.push('pressed')}>
        Capture
      </Button>,
    );

    await userEvent.dblClick(screen.getByRole('button', { name: 'Capture' }));

    expect(presses).toHaveLength(times);
  });

  it('says why it does nothing, stays reachable and ignores presses', async () => {
    const presses: string[] = [];
    renderInEnglish(
      <Button reason="Nothing remains." onPress={() => presses.push('pressed')}>
        Capture
      </Button>,
    );
    const button = screen.getByRole('button', { name: 'Capture', description: 'Nothing remains.' });

    await userEvent.tab();
    await userEvent.keyboard('{Enter}');
    await userEvent.click(button);

    expect(document.activeElement).toBe(button);
    expect(button.getAttribute('aria-disabled')).toBe('true');
    expect(screen.getByText('Nothing remains.')).toBeTruthy();
    expect(presses).toEqual([]);
  });

  it.each([{ reason: 'Offline.' }, { isPending: true }])(
    'does not submit its form while blocked by %o',
    async (blocked) => {
      const submits: string[] = [];
      renderInEnglish(
        <form
          onSubmit={(event) => {
            event.preventDefault();
            submits.push('submitted');
          }}
        >
          <input aria-label="amount" />
          <Button type="submit" {...blocked}>
            Send
          </Button>
        </form>,
      );

      await userEvent.type(screen.getByLabelText('amount'), '1{Enter}');
      await userEvent.click(screen.getByRole('button', { name: 'Send' }));

      expect(submits).toEqual([]);
    },
  );

  it('keeps its focus while the work is under way', async () => {
    const { rerender } = renderInEnglish(<Button>Send</Button>);
    await userEvent.tab();

    rerender(<Button isPending>Send</Button>);

    const button = screen.getByRole('button', { name: 'Send' });
    expect(document.activeElement).toBe(button);
    expect(button.getAttribute('aria-busy')).toBe('true');
  });
});
