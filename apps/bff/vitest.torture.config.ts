import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['src/torture/**/*.test.ts'],
    globalSetup: ['src/storage/testing-server.ts'],
    hookTimeout: 60_000,
    fileParallelism: false,
  },
});
