import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['src/torture/**/*.test.ts'],
    globalSetup: ['src/storage/testing-server.ts'],
    hookTimeout: 60_000,
    // Mostly they wait for the database: one file goes on while another one does.
    maxWorkers: 2,
  },
});
