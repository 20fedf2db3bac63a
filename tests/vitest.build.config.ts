import { globSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitest/config';
import { BaseSequencer, type TestSpecification } from 'vitest/node';

const root = fileURLToPath(new URL('../', import.meta.url));

/** Begun first: it waits for a client’s patience to end, while others build. Then what takes longest. */
const first = [
  'refused',
  'every-link',
  'publish',
  'incremental',
  'publish-local',
  'webhook',
  'identity',
  'shards',
  'dev',
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

/** Files with core tests alone, or with some. */
const isCore = (text: string) => text.includes('@module-tag core');
const hasCore = (text: string) => isCore(text) || text.includes("tags: ['core']");

/** The files of which a test is chosen by tags. Vitest would load the others only to skip all that is in them. */
function chosenFiles(): string[] {
  const files = globSync('tests/build/**/*.test.ts', { cwd: root });
  const textOf = (file: string) => readFileSync(path.join(root, file), 'utf8');
  if (process.argv.includes('--tags-filter=core')) return files.filter((file) => hasCore(textOf(file)));
  if (process.argv.includes('--tags-filter=!core')) return files.filter((file) => !isCore(textOf(file)));
  return files;
}

/** Tests that run whole builds. */
export default defineConfig({
  resolve: {
    alias: [
      { find: /^@\//, replacement: path.join(root, 'src/') },
      { find: /^@scripts\//, replacement: path.join(root, 'scripts/') },
      { find: /^@bench\//, replacement: path.join(root, 'packages/bench/') },
    ],
  },
  test: {
    include: chosenFiles(),
    // Lines, so that a failed test can be run alone.
    includeTaskLocation: true,
    tags: [
      {
        name: 'core',
        description: 'What `npm test` runs: on two sites, which are built once. The others need more builds.',
      },
    ],
    globalSetup: 'tests/build/shared-site.ts',
    sequence: { sequencer: LongestFirst },
    // One more than a small machine has processors: one file may be waiting.
    maxWorkers: 3,
    // Most concurrent tests wait for the client's patience to end, not for a processor.
    maxConcurrency: 16,
    testTimeout: 300_000,
    hookTimeout: 180_000,
  },
});
