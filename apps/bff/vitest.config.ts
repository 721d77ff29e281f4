import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['src/**/*.test.ts'],
    // Minutes of random histories: a run of their own, `pnpm torture:prove`.
    exclude: ['src/torture/**'],
    globalSetup: ['src/storage/testing-server.ts'],
    testTimeout: 30_000,
    hookTimeout: 60_000,
  },
});
