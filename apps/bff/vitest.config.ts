import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['src/**/*.test.ts'],
    // Minutes of random histories: a run of their own, `vitest.torture.config.ts`.
    exclude: ['src/torture/**'],
    globalSetup: ['src/storage/testing-server.ts'],
    testTimeout: 30_000,
    hookTimeout: 60_000,
  },
});
