/** `npm run cms -- check` says all that a build would, without building; and what wrong command lines are told. */
/** @module-tag core */
import { writeFile } from 'node:fs/promises';
import { describe, expect, it } from 'vitest';
import { readConfig } from '@/config/config';
import { checkContent } from '@scripts/cms/check-command';
import { describeFailure, failureExitCode } from '@/publish/failure';
import { serveWithFault } from './build-expectations';
import { runScript, siteNow, type Env } from './run-build';
import { changeEntry, copyOfSmallContent, smallContent } from './small-content';
import { runDir } from '../../scripts/test/run-folder';

/** Nothing was published there: what this checkout has in `dist` is not compared with. */
const outDir = `${runDir}/build/check-nothing-published`;

/** What `npm run cms -- check` does, without the second in which a process starts. */
async function check(env: Env): Promise<{ readonly code: number; readonly said: string }> {
  const printed: string[] = [];
  const print = (line: string) => void printed.push(line);
  try {
    const config = readConfig({ SITE_NOW: siteNow, ...env }, 'check');
    const code = await checkContent({ config, outDir, print });
    return { code, said: printed.join('\n') };
  } catch (error) {
    return { code: failureExitCode(error), said: [...printed, describeFailure(error)].join('\n') };
  }
}

describe.concurrent('checking content', () => {
  it('says what would be on the site, and gives 0 where a build would take every entry', async () => {
    const { code, said } = await check({ CONTENT_DIR: smallContent });
    expect(code).toBe(0);
    expect(said).toContain('\nopportunity   6 read, 5 shown, 1 unpublished, 0 left out\n');
    expect(said).not.toMatch(/Left out of the site|A build would fail/);
  });

  it('ends with 1 where an entry would be left out, and names it', async () => {
    const folder = await copyOfSmallContent('content/check-left-out');
    await writeFile(`${folder}/pages/empty.yml`, '');
    const run = await runScript('cms', ['check', '--out', outDir], { CONTENT_DIR: folder });
    expect(run).toMatchObject({ code: 1, stderr: '' });
    expect(run.stdout).toContain(`\nLeft out of the site:\n  ${folder}/pages/empty.yml: holds no fields — `);
    expect(run.stdout).not.toContain('A build would fail');
  });

  it('says what goes off the site with an organization, which is no fault', async () => {
    const folder = await copyOfSmallContent('content/check-withdrawn');
    await changeEntry(folder, 'organizations/harbour-school', (entry) => ({ ...entry, status: 'draft' }));
    const { code, said } = await check({ CONTENT_DIR: folder });
    expect(code).toBe(0);
    const [, waiting = ''] = said.split('Off the site with an entry that they need:');
    for (const id of ['caption-harbour-films', 'proofread-tide-tables', 'relire-carnets'])
      expect(waiting).toContain(`${id}.yml · organization: leads to the organization “harbour-school”`);
    expect(said).toContain('\nopportunity   6 read, 2 shown, 4 unpublished, 0 left out\n');
    expect(said).not.toMatch(/Left out of the site|A build would fail/);
  });

  it('takes an organization that Contentful doesn’t have for taken off on purpose', async () => {
    const { env, close } = await serveWithFault('organization-unpublished');
    const { code, said } = await check(env);
    await close();
    expect(said).toContain('which is not published in Contentful — It’s shown again with that entry.');
    expect(code).toBe(0);
  });

  it('says why a build would fail', async () => {
    const { code, said } = await check({ CONTENT_DIR: smallContent, FORMS: 'formspree' });
    expect(said).toContain('\nA build would fail:\nApplications would go nowhere');
    expect(code).toBe(1);
  });

  it('says in plain words what it can’t work with, without a stack', async () => {
    const { code, said } = await check({ CONTENT_DIR: '/nowhere' });
    expect(said).toContain('The content folder /nowhere can’t be read (ENOENT).');
    expect(said).not.toMatch(/^\s+at .*:\d+:\d+\)?$/m);
    expect(code).toBe(1);
  });
});

// Unknown options are those of scripts/usage.test.ts.
describe.concurrent('a command line of cms', () => {
  it.each([
    [[], 'Which command? The commands are: check, '],
    [['toString'], 'There is no command “toString”. The commands are: check, '],
    [['check', 'all'], 'The command “check” takes nothing more, such as “all”.\nSee --help.\n'],
  ])('%j is refused', async (args, says) => {
    const { code, stderr, stdout } = await runScript('cms', args, {});
    expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
    expect(stderr.startsWith(says)).toBe(true);
  });
});
