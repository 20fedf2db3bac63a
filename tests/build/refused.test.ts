/**
 * Content, settings and services of which no right site can come: the publish says what is wrong, and what is live stays.
 * All that is said is tested beside what says it.
 */
/** @module-tag core */
import { readlinkSync } from 'node:fs';
import { cp, symlink, writeFile } from 'node:fs/promises';
import { beforeAll, describe, expect, it } from 'vitest';
import { readConfig } from '@/config/config';
import { describeFailure } from '@/publish/failure';
import { publishLocal } from '@scripts/publish-local/local-command';
import { refusedFaults } from '../faults/refused';
import { contentsOf, freshFolder, writePreviousSite } from './folders';
import { runBuild, siteNow, stagings, type Env } from './run-build';
import { findLeak, secretVariables } from './secret-variables';
import { smallContent } from './small-content';

let live: string;
beforeAll(async () => {
  live = await freshFolder('live');
  await writePreviousSite(`${live}/releases/1`);
  await symlink('releases/1', `${live}/current`);
  // What every publish locks, and leaves.
  await writeFile(`${live}/releases/.lock`, '');
});

/** Variables that no refused publish needs; with those of Contentful it would ask for drafts too. */
const secrets: Env = Object.fromEntries(
  Object.entries(secretVariables).filter(([name]) => !name.startsWith('CONTENTFUL_')),
);

/** Publishes without a process of its own, which takes a second to start. Resolves to the refusal, and to all that is said. */
async function refusalOf(dir: string, env: Env): Promise<{ refusal: string; said: string }> {
  const lines: string[] = [];
  try {
    const config = readConfig({ SITE_NOW: siteNow, ...env });
    await publishLocal({ dir, config, print: (line) => lines.push(line) });
    return { refusal: 'It was published.', said: lines.join('\n') };
  } catch (error) {
    const refusal = describeFailure(error);
    return { refusal, said: [...lines, refusal].join('\n') };
  }
}

describe.concurrent('over a site that is live, a publish is refused for', () => {
  it.each(refusedFaults)('$name', async ({ name, says, arrange }) => {
    const dir = `${await freshFolder(`refused/${name.replaceAll(/\W+/g, '-')}`)}/site`;
    await cp(live, dir, { recursive: true, verbatimSymlinks: true });
    const { env, close } = await arrange();
    const { refusal, said } = await refusalOf(dir, { ...secrets, ...env }).finally(close);
    expect(refusal).toContain(says);
    expect(findLeak(said, { ...secrets, ...env })).toBeUndefined();
    expect(contentsOf(`${dir}/releases`)).toEqual(contentsOf(`${live}/releases`));
    expect(readlinkSync(`${dir}/current`)).toBe('releases/1');
  });
});

describe('a command that fails', () => {
  it('ends with 1, says all that is wrong with its variables, and begins nothing', async () => {
    const folder = await freshFolder('refused-variables');
    const wrong = { SITE_URL: 'example.org', FORMS: 'carrier-pigeon' };
    const run = await runBuild(`${folder}/dist`, { CONTENT_DIR: smallContent, ...wrong });
    expect(run).toMatchObject({ code: 1, stdout: '' });
    expect(run.stderr).toMatch(
      /^\nNot published\.\n2 variables can’t be .*\n {2}SITE_URL .*\n {2}FORMS .*\n$/,
    );
  });

  it('leaves nothing behind that a publish began to make', () => {
    expect(stagings().filter((name) => name.startsWith(`run-${process.pid}-`))).toEqual([]);
  });
});
