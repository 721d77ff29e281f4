import { defineConfig } from 'vitest/config';
import { testPatience } from './src/failure-model/repetitions.ts';

export default defineConfig({
  test: {
    include: ['src/**/*.test.ts'],
    // Minutes of random histories: a run of their own, `vitest.torture.config.ts`.
    exclude: ['src/torture/**'],
    globalSetup: ['src/storage/testing-server.ts'],
    testTimeout: testPatience(),
    hookTimeout: 60_000,
  },
});
