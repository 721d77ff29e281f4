import type { Deps } from '../deps.ts';
import { isDemoSeeded } from './demo-store.ts';

/** Whether the demo's payments are still being made, while the business clock runs through the past. */
export async function isDemoFilling({
  database,
  env,
}: Pick<Deps, 'database' | 'env'>): Promise<boolean> {
  return env.demo && env.demoPayments > 0 && !(await isDemoSeeded(database.read));
}
