import { expect, it } from 'vitest';
import { formatBuildTable, type BuildRun } from './format-build-table';

const run = (name: string, duration: number): BuildRun => ({
  name,
  filesChanged: 12,
  measured: {
    exitCode: 0,
    duration,
    cpu: 7500,
    samples: [{ at: 100, memory: 640_000_000 }],
    lines: [{ at: 400, text: 'Rendering pages' }],
  },
  site: { files: 900, bytes: 12_340_000, pages: 800 },
  index: { files: 70, bytes: 1_500_000, pages: 0 },
  picturesMade: 8,
  sharesMade: 3,
});

it('the table has a row a figure and a column a run', () => {
  expect(formatBuildTable(200, [run('1', 8000), run('a title', 4000)])).toEqual([
    'run, or change               1   a title',
    'opportunities              200       200',
    'pages                      800       800',
    'wall time, s               8.0       4.0',
    'pages per second         100.0     200.0',
    'processor time, s          7.5       7.5',
    'peak memory, MB            640       640',
    '  start: s, peak MB   0.4, 640  0.4, 640',
    '  render: s, peak MB    7.6, –    3.6, –',
    'picture files made           8         8',
    'for sharing made             3         3',
    'files changed               12        12',
    'site, files                900       900',
    'site, MB                  12.3      12.3',
    'pagefind/, files            70        70',
    'pagefind/, MB              1.5       1.5',
  ]);
});
