import { isBusy } from './is-busy.ts';
import { isUnreachable } from './is-unreachable.ts';

/** Whether a statement failed because the database is away or held up: the same may work a moment later. */
export const isUnavailable = (error: unknown): boolean => isUnreachable(error) || isBusy(error);
