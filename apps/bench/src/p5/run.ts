import type { Figure } from '../figure.ts';
import { ms } from '../percentile.ts';
import { measureAccepted, measureSameSql } from './measure-notifications.ts';
import { settleInbox } from './settle-inbox.ts';

const TARGET = 0.5;

/** P5: held against the same SQL through `pg` while the product, its workers among it, is held still. */
export const p5: Figure = {
  id: 'P5',
  title: 'notifications accepted',
  run: async ({ house }) => {
    const opened = await house();
    await measureAccepted(opened);
    await settleInbox(opened);
    const { perSecond, p95 } = await measureAccepted(opened);
    await settleInbox(opened);
    const limit = await opened.desk.whileHeld(() => measureSameSql(opened));
    await settleInbox(opened);
    const ratio = perSecond / limit;
    return [
      {
        measured: `${Math.round(perSecond)}/s = ${ratio.toFixed(2)} ×, p95 ${ms(p95)}`,
        limit: `the same SQL through pg, the product held still: ${Math.round(limit)}/s`,
        target: `≥ ${TARGET} ×`,
        met: ratio >= TARGET,
      },
    ];
  },
};
