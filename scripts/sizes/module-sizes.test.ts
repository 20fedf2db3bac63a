import { describe, expect, it } from 'vitest';
import { temporaryFolder } from '../test/temporary-folder';
import { countModules, sizeProblems } from './module-sizes';

it('keeps every module within a tenth above what it reached', () => {
  expect(sizeProblems(countModules('.'))).toEqual([]);
});

describe('counting', () => {
  const folder = temporaryFolder();

  it('counts the code of a module, all tests as one, and nothing that is made', () => {
    folder.write('src/env.d.ts', 'a\n');
    folder.write('src/model/time/stage.ts', 'a\n\nb\n');
    folder.write('src/model/row.astro', 'a\n');
    folder.write('src/model/README.md', 'a\n');
    folder.write('src/model/time/stage.test.ts', 'a\n');
    folder.write('tests/build/site.ts', 'a\nb\n');
    folder.write('packages/bench/index.mjs', 'a\n');
    folder.write('packages/bench/node_modules/x/index.mjs', 'a\n');
    expect(countModules(folder.at())).toEqual({ 'packages/bench': 1, src: 1, 'src/model': 4, tests: 3 });
  });
});

describe('a module', () => {
  const table = { 'src/model': 1000, 'src/worker': 100 };

  it('may grow by a tenth, or by 30 lines', () => {
    expect(sizeProblems({ 'src/model': 1100, 'src/worker': 130 }, table)).toEqual([]);
  });

  it('that is larger is named with its size and its limit', () => {
    const [problem, ...others] = sizeProblems({ 'src/model': 1101, 'src/worker': 10 }, table);
    expect(problem).toMatch(/^src\/model has 1101 lines; its limit is 1100, .* decision record/);
    expect(others).toEqual([]);
  });

  it('that the table lacks, or that is gone, is named', () => {
    expect(sizeProblems({ 'src/model': 1, 'src/new': 20 }, table)).toEqual([
      'src/new has 20 lines and isn’t in scripts/sizes/module-sizes.json. Run `npm run sizes`.',
      'src/worker is gone: take it out of scripts/sizes/module-sizes.json, or run `npm run sizes`.',
    ]);
  });
});
