import { screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { useState } from 'react';
import { expect, test } from 'vitest';
import { renderInEnglish } from '../testing.tsx';
import { DateField } from './date-field.tsx';

function Form() {
  const [day, setDay] = useState('2026-11-21');
  return (
    <>
      <DateField label="From" value={day} onChange={setDay} />
      <output>{day}</output>
    </>
  );
}

const start = () => {
  renderInEnglish(<Form />);
  return screen.getByLabelText<HTMLInputElement>('From');
};

test.each(['28.11.2026', '28/11/2026', '2026-11-28'])('%s is read as one day', async (text) => {
  const field = start();
  expect(field.value).toBe('21.11.2026');
  await userEvent.clear(field);
  await userEvent.type(field, text);
  expect(field.value).toBe(text);
  expect(screen.getByRole('status').textContent).toBe('2026-11-28');
  await userEvent.tab();
  expect(field.value).toBe('28.11.2026');
});

test('what is no day stays, and once the field is left it is said how to write one', async () => {
  const field = start();
  await userEvent.clear(field);
  await userEvent.type(field, '31.02.2026');
  expect(field.getAttribute('aria-invalid')).toBe(null);
  await userEvent.tab();
  expect(field.value).toBe('31.02.2026');
  expect(field.getAttribute('aria-invalid')).toBe('true');
  screen.getByText('“31.02.2026” is not a day. Write it like 21.11.2026.');
});
