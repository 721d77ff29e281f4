import { screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { useState } from 'react';
import { describe, expect, it } from 'vitest';
import { renderInEnglish } from '../testing.tsx';
import { Dialog } from './dialog.tsx';

function Page({ isBusy = false }: { readonly isBusy?: boolean }) {
  const [isOpen, setIsOpen] = useState(false);
  return (
    <>
      <button type="button" onClick={() => setIsOpen(true)}>
        Open
      </button>
      <a href="/elsewhere">Elsewhere</a>
      {isOpen ? (
        <Dialog title="Capture A-1" isBusy={isBusy} onClose={() => setIsOpen(false)}>
          <input aria-label="Amount" />
          <button type="button" onClick={() => setIsOpen(false)}>
            Back
          </button>
        </Dialog>
      ) : null}
    </>
  );
}

describe('Dialog', () => {
  it('is named by its title and takes the focus', async () => {
    renderInEnglish(<Page />);

    await userEvent.click(screen.getByRole('button', { name: 'Open' }));

    const dialog = screen.getByRole('dialog', { name: 'Capture A-1' });
    expect(dialog.contains(document.activeElement)).toBe(true);
  });

  it('keeps the focus inside, forwards and backwards', async () => {
    renderInEnglish(<Page />);
    await userEvent.click(screen.getByRole('button', { name: 'Open' }));
    const dialog = screen.getByRole('dialog');

    for (const shift of [false, false, false, true, true, true]) {
      await userEvent.tab({ shift });
      expect(dialog.contains(document.activeElement)).toBe(true);
    }
  });

  it('closes on Escape and gives the focus back', async () => {
    renderInEnglish(<Page />);
    const opener = screen.getByRole('button', { name: 'Open' });
    await userEvent.click(opener);

    await userEvent.keyboard('{Escape}');

    await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
    await waitFor(() => expect(document.activeElement).toBe(opener));
  });

  it('stays while a call is in flight', async () => {
    renderInEnglish(<Page isBusy />);
    await userEvent.click(screen.getByRole('button', { name: 'Open' }));

    await userEvent.keyboard('{Escape}');

    expect(screen.getByRole('dialog')).toBeTruthy();
  });
});
