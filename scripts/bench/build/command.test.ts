import { describe, expect, it } from 'vitest';
import { cleanEnvironment } from './bench-build';
import { readBenchOptions, runBenchBuild } from './command';

describe('readOptions', () => {
  it('has defaults for all but the number', () => {
    expect(readBenchOptions(['--opportunities', '200'])).toEqual({
      opportunities: 200,
      source: 'files',
      runs: 1,
      changes: false,
      live: false,
      editor: false,
      freshPictures: false,
      keep: false,
    });
  });

  it('takes the shipped content instead', () => {
    expect(readBenchOptions(['--sample', '--fresh-pictures'])).toMatchObject({
      opportunities: undefined,
      freshPictures: true,
    });
  });

  it('saves ten times, unless it is told otherwise', () => {
    expect(readBenchOptions(['--sample', '--live'])).toMatchObject({ live: true, runs: 10 });
    expect(readBenchOptions(['--sample', '--live', '--runs', '3'])).toMatchObject({ runs: 3 });
  });

  it.each([
    [[], 'Give either --opportunities with how many, or --sample.'],
    [['--opportunities', '9', '--sample'], 'Give either --opportunities with how many, or --sample.'],
    [['--opportunities', '0'], '--opportunities is “0”. Give a whole number from 1 to 20000.'],
    [['--opportunities', '9', '--runs', 'two'], '--runs is “two”.'],
    [
      ['--opportunities', '9', '--source', 'wordpress'],
      '--source is “wordpress”. It is files or contentful.',
    ],
    [['--sample', '--changes'], '--changes changes generated content: give --opportunities too.'],
    [
      ['--sample', '--live', '--source', 'contentful'],
      '--live saves files: leave out --changes and --source.',
    ],
    [['--sample', '--editor'], '--editor shows when saves are live: give --live too.'],
    [['--size', '9'], 'Unknown option'],
  ])('%j: %s', async (args, message) => {
    const lines: string[] = [];
    expect(await runBenchBuild(args, {}, (line) => lines.push(line))).toBe(2);
    expect(lines.join('\n')).toContain(message);
  });
});

describe('cleanEnvironment', () => {
  it('keeps what a program needs and drops what configures a build', () => {
    const env = {
      PATH: '/bin',
      CONTENTFUL_SPACE_ID: 'x',
      FORMSPREE_FORM_ID: 'x',
      SITE_URL: 'x',
      OV_OUT_DIR: 'x',
    };
    expect(cleanEnvironment(env)).toEqual({ PATH: '/bin' });
  });
});
