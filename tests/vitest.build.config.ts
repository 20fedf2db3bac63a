import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitest/config';
import { BaseSequencer, type TestSpecification } from 'vitest/node';

/** Begun first: it waits for a client’s patience to end, while others build. Then what takes longest. */
const first = [
  'refused',
  'interrupt',
  'publish-local',
  'incremental',
  'attack',
  'identity',
  'faults',
  'shards',
].map((name) => `${name}.test.ts`);

class LongestFirst extends BaseSequencer {
  override sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const placeOf = ({ moduleId }: TestSpecification) => {
      const place = first.indexOf(path.basename(moduleId));
      return place === -1 ? first.length : place;
    };
    return Promise.resolve(
      files.toSorted((a, b) => placeOf(a) - placeOf(b) || (a.moduleId < b.moduleId ? -1 : 1)),
    );
  }
}

/** Tests that run whole builds. */
export default defineConfig({
  resolve: {
    alias: [
      { find: /^@\//, replacement: fileURLToPath(new URL('../src/', import.meta.url)) },
      { find: /^@scripts\//, replacement: fileURLToPath(new URL('../scripts/', import.meta.url)) },
    ],
  },
  test: {
    include: ['tests/build/**/*.test.ts'],
    globalSetup: 'tests/build/shared-site.ts',
    sequence: { sequencer: LongestFirst },
    // One more than a small machine has processors: one file may be waiting.
    maxWorkers: 3,
    // Most concurrent tests wait for the client's patience to end, not for a processor.
    maxConcurrency: 8,
    testTimeout: 120_000,
    hookTimeout: 180_000,
  },
});
