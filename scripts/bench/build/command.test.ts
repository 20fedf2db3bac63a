import { describe, expect, it } from 'vitest';
import { cleanEnvironment } from './bench-build';
import { readBenchOptions, runBenchBuild } from './command';

describe('the options', () => {
  it.each([
    [
      ['--opportunities', '200'],
      { sizes: [200], source: 'files', runs: 1, changes: false, live: false, hugo: false, keep: false },
    ],
    [['--sample', '--fresh-pictures'], { sizes: [], freshPictures: true }],
    [['--opportunities', '100,300', '--hugo'], { sizes: [100, 300], hugo: true }],
    [['--sample', '--live'], { live: true, runs: 10 }],
  ])('%j', (args, options) => {
    expect(readBenchOptions(args)).toMatchObject(options);
  });

  it.each([
    [[], 'Give either --opportunities with how many, or --sample.'],
    [['--opportunities', '0'], '--opportunities is “0”. Give a whole number from 1 to 50000.'],
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
    [['--opportunities', '9,8', '--live'], '--live measures one size: give one number.'],
    [['--sample', '--hugo'], '--hugo is compared with builds of generated content'],
    [['--size', '9'], 'Unknown option'],
  ])('%j: %s', async (args, message) => {
    const lines: string[] = [];
    expect(await runBenchBuild(args, {}, (line) => lines.push(line))).toBe(2);
    expect(lines.join('\n')).toContain(message);
  });
});

it('cleanEnvironment keeps what a program needs and drops what configures a build', () => {
  const env = { PATH: '/bin', CONTENTFUL_SPACE_ID: 'x', SITE_URL: 'x', OV_OUT_DIR: 'x' };
  expect(cleanEnvironment(env)).toEqual({ PATH: '/bin' });
});
