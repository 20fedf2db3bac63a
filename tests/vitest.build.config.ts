import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitest/config';

/**
 * Tests that run whole builds. Two files at a time: while the builds of one wait for a client’s
 * patience to end, the other’s run.
 */
export default defineConfig({
  resolve: { alias: [{ find: /^@\//, replacement: fileURLToPath(new URL('../src/', import.meta.url)) }] },
  test: {
    include: ['tests/build/**/*.test.ts'],
    globalSetup: 'tests/build/shared-site.ts',
    maxWorkers: 3,
    // Most concurrent tests wait for the client's patience to end, not for a processor.
    maxConcurrency: 8,
    testTimeout: 120_000,
    hookTimeout: 180_000,
  },
});
