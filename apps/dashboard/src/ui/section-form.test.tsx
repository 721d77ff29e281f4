import { fireEvent, screen, waitFor } from '@testing-library/react';
import { Controller, useForm } from 'react-hook-form';
import { expect, test } from 'vitest';
import { renderInEnglish } from '../testing.tsx';
import { AmountField } from './amount-field.tsx';
import { SectionForm } from './section-form.tsx';
import { TextField } from './text-field.tsx';

function Wish() {
  const form = useForm({ defaultValues: { amount: '', order: '' }, shouldFocusError: false });
  const { control, formState, register } = form;
  return (
    <SectionForm
      form={form}
      onSubmit={() => {}}
      error={null}
      refusedFields={() => []}
      problemTitle="Problem"
      problem={null}
      problemsText={(count) => `${count} problems`}
      isPending={false}
      submitLabel="Save"
    >
      <Controller
        control={control}
        name="amount"
        rules={{ required: 'Enter an amount' }}
        render={({ field }) => (
          <AmountField
            label="Amount"
            currency="CHF"
            error={formState.errors.amount?.message}
            {...field}
          />
        )}
      />
      <TextField
        label="Order"
        error={formState.errors.order?.message}
        {...register('order', { required: 'Enter an order' })}
      />
    </SectionForm>
  );
}

test('a refused form takes the focus to what is wrong first, and leaves it there while that is mended', async () => {
  renderInEnglish(<Wish />);
  const amount = screen.getByLabelText('Amount');
  const order = screen.getByLabelText('Order');

  fireEvent.click(screen.getByRole('button', { name: 'Save' }));
  await waitFor(() => expect(document.activeElement).toBe(amount));
  order.focus();
  fireEvent.change(order, { target: { value: 'A-1' } });
  await waitFor(() => expect(order.getAttribute('aria-invalid')).toBeNull());
  expect(document.activeElement).toBe(order);

  fireEvent.click(screen.getByRole('button', { name: 'Save' }));
  await waitFor(() => expect(document.activeElement).toBe(amount));
});
