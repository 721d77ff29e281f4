import { runSuites, type Suite, whole } from './runner/run-suites.ts';

/** Unit, property, database and protocol tests, cheapest first; the short torture comes last. */
const suites: readonly Suite[] = [
  whole('packages/payments'),
  whole('packages/paygate-core'),
  whole('apps/simulator'),
  whole('apps/bff'),
  whole('apps/dashboard'),
  whole('apps/bench'),
  whole('apps/e2e'),
  {
    name: 'torture',
    room: 'apps/bff',
    args: [
      '--config',
      'vitest.torture.config.ts',
      'src/torture/torture.db.test.ts',
      'src/torture/simulation.db.test.ts',
      'src/torture/seeded-bugs.db.test.ts',
      'src/torture/production.test.ts',
    ],
  },
];

runSuites({ suites });
