import type { Figure, Finding } from '../figure.ts';
import { ms } from '../percentile.ts';
import { filters } from './filters.ts';
import { type FilterTimes, measureFilter } from './measure-filter.ts';

const OVERHEAD = 2;
/** Server p95 up to so many payments, ms. */
const LIMITS = [
  { payments: 1_500_000, p95: 30 },
  { payments: Number.POSITIVE_INFINITY, p95: 60 },
];

/** P2: a page of 50 over HTTP for every filter, held against the same SQL through `pg` alone. */
export const p2: Figure = {
  id: 'P2',
  title: 'payments list',
  run: async ({ house }) => {
    const opened = await house();
    const p95 = LIMITS.find(({ payments }) => opened.payments <= payments)?.p95 ?? 0;
    const findings: Finding[] = [];
    for (const { name, input } of filters) {
      findings.push(describe(name, await measureFilter(opened, input), p95));
    }
    return [...findings, summary(findings, opened.payments)];
  },
};

function describe(name: string, times: FilterTimes, p95: number): Finding {
  const cold = (value: number | null) => (value === null ? '' : `, cold ${ms(value)}`);
  const overhead = times.p50 / times.sql50;
  return {
    of: name,
    measured: `p50 ${ms(times.p50)}, p95 ${ms(times.p95)}${cold(times.cold)}`,
    limit: `same SQL p50 ${ms(times.sql50)}, p95 ${ms(times.sql95)}${cold(times.sqlCold)}`,
    target: `p95 ≤ ${p95} ms, ≤ ${OVERHEAD} × (${overhead.toFixed(1)} ×)`,
    met: times.p95 <= p95 && overhead <= OVERHEAD,
  };
}

function summary(findings: readonly Finding[], payments: number): Finding {
  const met = findings.filter((finding) => finding.met).length;
  return {
    of: `${payments} payments`,
    measured: `${met} of ${findings.length} filters`,
    target: 'all',
    met: met === findings.length,
  };
}
