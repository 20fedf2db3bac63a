/** What search engines read of the built site, held against the vocabulary's own definitions. */
import { expect, it } from 'vitest';
import { structuredFaults } from '../../src/share/structured/vocabulary.fixture';
import { readBuiltPages } from '../../scripts/built-site/read-pages';
import { sharedSite } from './shared-site';

it('every page with data keeps to the vocabulary and to what search engines require', async () => {
  const { dir } = await sharedSite('sample');
  const scripts = readBuiltPages(dir).flatMap(({ path, html }) =>
    [...html.matchAll(/<script type="application\/ld\+json">([^<]*)<\/script>/g)].map(
      ([, script = '']) => [path, script] as const,
    ),
  );
  expect(scripts.length).toBeGreaterThan(500);
  const faults: string[] = [];
  for (const [path, script] of scripts)
    for (const fault of await structuredFaults(script)) faults.push(`${path}: ${fault}`);
  expect(faults.slice(0, 20)).toEqual([]);
});
