import { runSuites, type Suite, whole } from './runner/run-suites.ts';

/** The tests of the failure model: which folder of the server holds which faults, `docs/reliability.md` says. */
const suites: readonly Suite[] = [
  whole('packages/payments'),
  whole('packages/paygate-core'),
  {
    name: 'faults',
    room: 'apps/bff',
    args: ['failure-model', 'gateway', 'payments', 'callbacks', 'batches'].map(
      (folder) => `src/${folder}`,
    ),
  },
];

runSuites({
  suites,
  stories: ['one-intention'],
  env: { FAILURE_MODEL_REPETITIONS: 'full' },
});
