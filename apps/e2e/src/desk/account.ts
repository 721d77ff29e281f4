/** The demo account that plays a role in a story. */
export type Account = 'shipping' | 'service' | 'manager' | 'admin' | 'auditor';
