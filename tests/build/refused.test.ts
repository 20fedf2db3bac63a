/**
 * Content, settings and services of which no right site can come: the publish says what is wrong, where and how to mend it,
 * and what is live stays. Here over a site that is live; `npm run test:faults` tries each on a first publish too, and all
 * other named faults.
 */
import { symlink } from 'node:fs/promises';
import { beforeAll, describe, expect, it } from 'vitest';
import { refusedFaults } from '../faults/all';
import { outcomeOf } from '../faults/outcome';
import { serveWithFault } from '../faults/service';
import { expectNoStaging } from './build-expectations';
import { freshFolder, writePreviousSite } from './folders';
import { runBuild, stagings } from './run-build';
import { smallContent } from './small-content';

const before = stagings();

let live: string;
beforeAll(async () => {
  live = await freshFolder('live');
  await writePreviousSite(`${live}/releases/1`);
  await symlink('releases/1', `${live}/current`);
});

describe.concurrent('over a site that is live', () => {
  it.each(refusedFaults.map((fault) => [fault.name, fault] as const))('%s', async (_, fault) => {
    expect((await outcomeOf(fault, live)).wrong).toEqual([]);
  });
});

describe('a command that fails', () => {
  it('ends with 1, and says so', async () => {
    const folder = await freshFolder('refused');
    const run = await runBuild(`${folder}/dist`, { CONTENT_DIR: smallContent, FORMS: 'carrier-pigeon' });
    expect(run.stderr).toBe(
      '\nNot published.\nFORMS is "carrier-pigeon". Set it to local, formspree, email, or leave it unset.\n',
    );
    expect(run.code).toBe(1);
  });

  it('says everything that is wrong with its variables at once, and begins nothing', async () => {
    const folder = await freshFolder('refused-variables');
    const wrong = { SITE_URL: 'example.org', CONTENT_LEFT_OUT_LIMIT: 'few', FORMS: 'carrier-pigeon' };
    const run = await runBuild(`${folder}/dist`, { CONTENT_DIR: smallContent, ...wrong });
    expect(run.stderr.split('\n').map((line) => line.slice(0, 40))).toEqual([
      '',
      'Not published.',
      '3 variables can’t be used as they are:',
      '  SITE_URL is "example.org". Write the s',
      '  CONTENT_LEFT_OUT_LIMIT is "few". Write',
      '  FORMS is "carrier-pigeon". Set it to l',
      '',
    ]);
    expect({ code: run.code, stdout: run.stdout }).toEqual({ code: 1, stdout: '' });
  });

  it('never prints a token', async () => {
    const token = 'a-secret-that-nobody-may-see';
    const folder = await freshFolder('refused-token');
    const { env, close } = await serveWithFault(undefined, { CONTENTFUL_DELIVERY_TOKEN: token });
    const run = await runBuild(`${folder}/dist`, env);
    await close();
    expect(run.code).toBe(1);
    expect(run.stdout + run.stderr).not.toContain(token);
  });
});

describe('after all of these', () => {
  it('nothing that a publish began to make is left behind', async () => {
    await expectNoStaging(before);
  });
});
