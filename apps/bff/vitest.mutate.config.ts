import { defineConfig } from 'vitest/config';
import { BaseSequencer, type TestSpecification } from 'vitest/node';
import base from './vitest.config.ts';

/** The tests of the money path that answer within a second or two; those that find most come first. */
const tests = [
  'committed.test.ts',
  'judge-inquiry.test.ts',
  'external-changes.test.ts',
  'record-outcome.test.ts',
  'capture-payment.db.test.ts',
  'claim-operation.db.test.ts',
  'audit-trail.db.test.ts',
  'succeed-operation.db.test.ts',
  'replay-operation.db.test.ts',
  'resolve-operation.db.test.ts',
  'reserve-operation.db.test.ts',
  'close-review.db.test.ts',
  'sweep-payments.db.test.ts',
  'resolver.db.test.ts',
];

/** The first failure ends the run of a change: by length or age, as usual, the slow files would begin. */
class InThisOrder extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const place = ({ moduleId }: TestSpecification) =>
      tests.findIndex((name) => moduleId.endsWith(`/${name}`));
    return files.toSorted((one, other) => place(one) - place(other));
  }
}

export default defineConfig({
  test: {
    ...base.test,
    include: tests.map((name) => `src/payments/${name}`),
    // Each change starts anew: one worker that loads the house once, however many files it meets.
    isolate: false,
    sequence: { sequencer: InThisOrder },
  },
});
