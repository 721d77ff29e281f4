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
  run: async ({ house, say }) => {
    const opened = await house();
    const p95 = LIMITS.find(({ payments }) => opened.payments <= payments)?.p95 ?? 0;
    const findings: Finding[] = [];
    for (const { name, input } of filters) {
      const finding = await measureFilter(opened, input).then(
        (times) => describe(name, times, p95),
        (error: unknown) => failed(name, error, p95),
      );
      say(`${findings.length + 1} of ${filters.length}: ${name}, ${finding.measured}`);
      findings.push(finding);
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

/** A page that never came says as much as a slow one, and keeps no other from being measured. */
function failed(name: string, error: unknown, p95: number): Finding {
  const why = error instanceof Error ? error.message : String(error);
  return { of: name, measured: `failed: ${why}`, target: `p95 ≤ ${p95} ms`, met: false };
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
