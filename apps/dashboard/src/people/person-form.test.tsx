import { screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { describe, expect, it, vi } from 'vitest';
import { renderInEnglish } from '../testing.tsx';
import type { Roles } from './person.ts';
import { emptyFields, toNewPerson } from './person-fields.ts';
import { PersonForm } from './person-form.tsx';

const roles: Roles = [
  { role: 'shipping', rights: ['see', 'capture'] },
  { role: 'service', rights: ['see', 'refund'] },
];
const perPayment = 'Most this person may refund on one payment';
const perDay = 'Most this person may refund in a day';

function open() {
  const sent = vi.fn();
  renderInEnglish(
    <PersonForm
      initial={emptyFields(1)}
      roles={roles}
      merchants={[{ merchantId: 1, merchantName: 'Shop' }]}
      submitLabel="Create invitation"
      error={null}
      isPending={false}
      onSubmit={(fields) => sent(toNewPerson(fields, roles))}
    />,
  );
  return sent;
}

const type = (label: string, text: string) => userEvent.type(screen.getByLabelText(label), text);
const choose = (name: string) =>
  userEvent.click(screen.getByRole('radio', { name: new RegExp(`^${name}`) }));
const submit = () => userEvent.click(screen.getByRole('button', { name: 'Create invitation' }));

describe('PersonForm', () => {
  it('asks for what is missing, field by field, and chooses no role by itself', async () => {
    const sent = open();

    await submit();

    for (const text of ['Enter a name', 'Enter an email address', 'Choose a role']) {
      expect(screen.getByText(text)).toBeDefined();
    }
    expect(screen.getByRole('alert').textContent).toContain('3 fields need attention');
    expect(sent).not.toHaveBeenCalled();
  });

  it('asks for limits only where the role refunds', async () => {
    open();

    await choose('Shipping');
    expect(screen.queryByLabelText(perPayment)).toBeNull();

    await choose('Customer service');
    expect(screen.getByLabelText(perPayment)).toBeDefined();
  });

  it('sends limits as minor units, and none where the field is empty', async () => {
    const sent = open();
    await type('Name', ' Nora Frei ');
    await type('Email address', 'nora@shop.ch');
    await choose('Customer service');
    await type(perPayment, "1'250.5");

    await submit();

    expect(sent).toHaveBeenCalledWith({
      merchantId: 1,
      name: 'Nora Frei',
      email: 'nora@shop.ch',
      role: 'service',
      refundLimit: 125_050,
      refundDailyLimit: null,
    });
  });

  it('takes no limits along to a role that cannot refund', async () => {
    const sent = open();
    await type('Name', 'Nora Frei');
    await type('Email address', 'nora@shop.ch');
    await choose('Customer service');
    await type(perDay, '1,234.50');
    await choose('Shipping');

    await submit();

    expect(sent.mock.calls[0]?.[0]).toMatchObject({ role: 'shipping', refundDailyLimit: null });
  });

  it('refuses a limit that can be read in two ways and keeps what was typed', async () => {
    const sent = open();
    await type('Name', 'Nora Frei');
    await type('Email address', 'nora@shop.ch');
    await choose('Customer service');
    await type(perDay, '1,234.50');

    await submit();

    expect(screen.getByText('Write the amount like 500.00, or leave it empty')).toBeDefined();
    expect(screen.getByLabelText<HTMLInputElement>(perDay).value).toBe('1,234.50');
    expect(screen.getByLabelText<HTMLInputElement>('Name').value).toBe('Nora Frei');
    expect(sent).not.toHaveBeenCalled();
  });
});
