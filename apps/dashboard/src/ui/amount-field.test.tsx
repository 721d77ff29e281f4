import { screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { useState } from 'react';
import { describe, expect, it } from 'vitest';
import { renderInEnglish } from '../testing.tsx';
import { AmountField } from './amount-field.tsx';

function Form({ error }: { readonly error?: string }) {
  const [value, setValue] = useState('');
  return (
    <AmountField
      label="Amount in CHF"
      currency="CHF"
      hint="Between 1.00 and 1’400.00"
      error={error}
      max={140000}
      allLabel="All: 1’400.00"
      value={value}
      onChange={setValue}
    />
  );
}

const field = () => screen.getByLabelText<HTMLInputElement>('Amount in CHF');

describe('AmountField', () => {
  it.each([
    ['1250', '1’250.00'],
    ['12.-', '12.00'],
    ["1'250,5", '1’250.50'],
  ])('puts %s into the standard form when it is left', async (typed, shown) => {
    renderInEnglish(<Form />);

    await userEvent.type(field(), typed);
    await userEvent.tab();

    expect(field().value).toBe(shown);
  });

  it.each(['1,234.50', '12x', '-5'])('leaves %s as it was typed', async (typed) => {
    renderInEnglish(<Form />);

    await userEvent.type(field(), typed);
    await userEvent.tab();

    expect(field().value).toBe(typed);
  });

  it('fills in the whole amount on request', async () => {
    renderInEnglish(<Form />);

    await userEvent.click(screen.getByRole('button', { name: 'All: 1’400.00' }));

    expect(field().value).toBe('1’400.00');
  });

  it('ties error and hint to the input', () => {
    renderInEnglish(<Form error="Enter an amount" />);

    const input = screen.getByRole('textbox', {
      name: 'Amount in CHF',
      description: 'Enter an amount Between 1.00 and 1’400.00',
    });
    expect(input.getAttribute('aria-invalid')).toBe('true');
    expect(input.getAttribute('inputmode')).toBe('decimal');
  });
});
