import { expect, it } from 'vitest';
import { findStages } from './find-stages';

const said = [
  [500, 'Reading files in content'],
  [1500, 'Rendering pages'],
  [2500, '  400 pages'],
  [2600, 'Reading something else'],
  [4500, 'Indexing for search'],
  [5600, '  100 pictures for sharing'],
  [6000, 'Verifying'],
  [6400, 'On the site: 3 opportunity.'],
] as const;

it('takes each stage from its first word to the next stage', () => {
  const measured = {
    exitCode: 0,
    duration: 6500,
    cpu: 0,
    samples: [200, 1600, 3000, 5000].map((at) => ({ at, memory: at })),
    lines: said.map(([at, text]) => ({ at, text })),
  };
  expect(findStages(measured)).toEqual([
    { name: 'start', duration: 500, peak: 200 },
    { name: 'read', duration: 1000, peak: undefined },
    { name: 'render', duration: 4500, peak: 5000 },
    { name: 'verify', duration: 400, peak: undefined },
    { name: 'end', duration: 100, peak: undefined },
  ]);
});
