import type { inferRouterInputs, inferRouterOutputs } from '@trpc/server';
import type { AppRouter } from 'paygate-bff';

type Users = inferRouterOutputs<AppRouter>['users'];

/** A person at one merchant. Limits in minor units, instants wall time in ms. */
export type Person = Users['list']['rows'][number];
export type Role = Person['role'];
/** The roles in the order of the server, each with the rights it brings. */
export type Roles = Users['list']['roles'];
export type Invitation = Users['invite'];
export type NewPerson = inferRouterInputs<AppRouter>['users']['invite'];

/** Whether a role gives money back, so that limits mean something. */
export function refunds(roles: Roles, role: Role | null): boolean {
  return roles.some((entry) => entry.role === role && entry.rights.includes('refund'));
}
