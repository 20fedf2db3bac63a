import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitest/config';

export default defineConfig({
  resolve: {
    alias: [
      { find: /^@\//, replacement: fileURLToPath(new URL('./src/', import.meta.url)) },
      { find: /^@scripts\//, replacement: fileURLToPath(new URL('./scripts/', import.meta.url)) },
      { find: /^@bench\//, replacement: fileURLToPath(new URL('./packages/bench/', import.meta.url)) },
    ],
  },
  test: {
    include: [
      'src/**/*.test.{ts,tsx}',
      'scripts/**/*.test.ts',
      'packages/**/*.test.ts',
      'tests/{applications,attack,content,contentful,documents,send}/**/*.test.ts',
    ],
    // Lines, so that a failed test can be run alone.
    includeTaskLocation: true,
    // For a machine that is busy with other work.
    testTimeout: 60_000,
    hookTimeout: 60_000,
    // By itself it leaves one processor to a reader of its changes, of two.
    maxWorkers: '100%',
    // Each module is read once a worker rather than once a test file: half the time.
    isolate: false,
    globalSetup: 'packages/checks/install-for-tests.ts',
    setupFiles: 'tests/restore-globals.ts',
    unstubEnvs: true,
    unstubGlobals: true,
    restoreMocks: true,
  },
});
