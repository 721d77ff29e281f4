import type { Role } from 'paygate-payments';

export const DEMO_PASSWORD = 'desk-demo-2026';

/** One person for every role. Limits are minor units: on one payment, and on one Swiss day. */
export const demoAccounts: readonly {
  readonly email: string;
  readonly name: string;
  readonly role: Role;
  readonly refundLimit: number | null;
  readonly refundDailyLimit: number | null;
}[] = [
  account('shipping', 'Luca Meier', null, null),
  account('service', 'Nora Frei', 500_00, 2_000_00),
  account('manager', 'Reto Ammann', 5_000_00, 20_000_00),
  account('admin', 'Ines Rossi', null, null),
  account('auditor', 'Paul Favre', null, null),
];

function account(
  role: Role,
  name: string,
  refundLimit: number | null,
  refundDailyLimit: number | null,
) {
  return { email: `${role}@demo.example`, name, role, refundLimit, refundDailyLimit };
}
