import { describe, expect, it } from 'vitest';
import type { BuildRun } from './format-build-table';
import { formatGrowth } from './format-growth';

const run = (duration: number, memory: number, files: number): BuildRun => ({
  name: '1',
  filesChanged: files,
  measured: { exitCode: 0, duration, cpu: 2 * duration, samples: [{ at: 1, memory }], lines: [] },
  site: { files, bytes: files * 1000, pages: files },
  index: { files: 0, bytes: 0, pages: 0 },
  picturesMade: 0,
  sharesMade: 0,
});

describe('growth', () => {
  it('has the factor and the exponent of each step', () => {
    const lines = formatGrowth([
      { size: 1000, runs: [run(10_000, 5e8, 100)] },
      { size: 2000, runs: [run(20_000, 5e8, 400), run(1, 1, 1)] },
      { size: 8000, runs: [run(40_000, 1e9, 800)] },
    ]).map((line) => line.replace(/ {2,}/g, ' '));
    expect(lines).toContain('| wall time | ×2.0, ^1.00 | ×2.0, ^0.50 |');
    expect(lines).toContain('| peak memory | ×1.0, ^0.00 | ×2.0, ^0.50 |');
    expect(lines).toContain('| files | ×4.0, ^2.00 | ×2.0, ^0.50 |');
  });

  it('has nothing to say of one size', () => {
    expect(formatGrowth([{ size: 1000, runs: [run(1, 1, 1)] }])).toEqual([]);
  });
});
