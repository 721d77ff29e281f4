import { formatMoney, parseAmount } from '../ui/money.ts';
import { type NewPerson, type Person, type Role, type Roles, refunds } from './person.ts';

/** The form as it is typed; an empty limit is none. Nobody gets a role that was not chosen. */
export type PersonFields = {
  name: string;
  email: string;
  merchantId: string;
  role: Role | null;
  refundLimit: string;
  refundDailyLimit: string;
};

export function emptyFields(merchantId: number): PersonFields {
  return {
    name: '',
    email: '',
    merchantId: String(merchantId),
    role: null,
    refundLimit: '',
    refundDailyLimit: '',
  };
}

export function fieldsOf(person: Person): PersonFields {
  return {
    name: person.name,
    email: person.email,
    merchantId: String(person.merchantId),
    role: person.role,
    refundLimit: toLimitText(person.refundLimit),
    refundDailyLimit: toLimitText(person.refundDailyLimit),
  };
}

/** What is sent, once the form has checked it: a role that cannot refund takes no limits along. */
export function toPlace(fields: PersonFields & { role: Role }, roles: Roles) {
  const limited = refunds(roles, fields.role);
  return {
    merchantId: Number(fields.merchantId),
    role: fields.role,
    refundLimit: limited ? toLimit(fields.refundLimit) : null,
    refundDailyLimit: limited ? toLimit(fields.refundDailyLimit) : null,
  };
}

export function toNewPerson(fields: PersonFields & { role: Role }, roles: Roles): NewPerson {
  return { ...toPlace(fields, roles), name: fields.name.trim(), email: fields.email.trim() };
}

/** Whether a limit can be read as an amount, or was left open. */
export function isLimit(text: string): boolean {
  return text.trim() === '' || parseAmount(text).minor !== undefined;
}

function toLimit(text: string): number | null {
  return parseAmount(text).minor ?? null;
}

function toLimitText(minor: number | null): string {
  return minor === null ? '' : formatMoney(minor, 'CHF', { code: false });
}
