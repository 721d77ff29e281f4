/** Every right a person can have at a merchant. `approve` never covers one's own wish. */
export const allRights = [
  'see',
  'capture',
  'reverse',
  'refund',
  'approve',
  'link',
  'batch',
  'export',
  'export-personal',
  'reports',
  'audit',
  'import',
  'connections',
  'users',
] as const;
export type Right = (typeof allRights)[number];

/** The built-in roles. */
export const allRoles = ['shipping', 'service', 'manager', 'admin', 'auditor'] as const;
export type Role = (typeof allRoles)[number];

const rights: Readonly<Record<Role, readonly Right[]>> = {
  shipping: ['see', 'capture', 'reverse', 'batch'],
  service: ['see', 'reverse', 'refund', 'link'],
  manager: [
    'see',
    'capture',
    'reverse',
    'refund',
    'approve',
    'link',
    'batch',
    'export',
    'export-personal',
    'reports',
    'audit',
    'import',
  ],
  // Who holds the keys and the people moves no money.
  admin: ['see', 'connections', 'users', 'audit', 'import'],
  auditor: ['see', 'reports', 'export', 'audit'],
};

/** The rights a role brings. What is not listed is forbidden. */
export function rightsOf(role: Role): readonly Right[] {
  return rights[role];
}

/** With none but these one looks on: nothing is written into the merchant's own records. */
const lookingOn: readonly Right[] = ['see', 'reports', 'export', 'export-personal', 'audit'];

/** Whether these rights allow notes on payments: whoever works on them, not who only looks on. */
export function mayNote(held: readonly Right[]): boolean {
  return held.includes('see') && held.some((right) => !lookingOn.includes(right));
}

/** Whether these rights allow to make, change and delete views of the whole team: who leads it or runs its desk. */
export function mayShareViews(held: readonly Right[]): boolean {
  return held.includes('see') && (held.includes('approve') || held.includes('users'));
}
