import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitest/config';

/** Tests that run whole builds: one file after the other, since two builds at once take all of a small machine. */
export default defineConfig({
  resolve: { alias: [{ find: /^@\//, replacement: fileURLToPath(new URL('./src/', import.meta.url)) }] },
  test: {
    include: ['tests/build/**/*.test.ts'],
    fileParallelism: false,
    // Most concurrent tests wait for the client's patience to end, not for a processor.
    maxConcurrency: 8,
    testTimeout: 120_000,
    hookTimeout: 180_000,
  },
});
