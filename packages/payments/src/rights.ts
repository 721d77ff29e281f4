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
