/** `npm run cms -- check` says all that a build would, without building; and what wrong command lines are told. */
import { rm, symlink, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { SecretValue } from '@/config/secret-value';
import { readConfig } from '@/config/config';
import { checkContent } from '@scripts/cms/check-command';
import { openManagement } from '@scripts/cms/management';
import { environmentId, managementToken, previewToken, spaceId } from '@scripts/local/contentful/space';
import { startContentfulStandIn } from '@scripts/local/contentful/stand-in';
import { describeFailure, failureExitCode } from '@/publish/failure';
import { freshFolder } from './folders';
import { contentfulEnv, runScript, siteNow, type Env, type Run } from './run-build';
import { changeEntry, copyOfSmallContent, smallContent } from './small-content';

type Said = Pick<Run, 'code' | 'stdout' | 'stderr'>;

/** Nothing was published there: what this checkout has in `dist` is not compared with. */
const outDir = '.local/test-build/check-nothing-published';

/** What `npm run cms -- check` does, without the second in which a process starts. */
async function check(env: Env): Promise<Said> {
  const printed: string[] = [];
  const said = (code: number, stderr: string): Said => ({
    code,
    stdout: printed.map((line) => `${line}\n`).join(''),
    stderr,
  });
  try {
    const print = (line: string) => printed.push(line);
    const config = readConfig({ SITE_NOW: siteNow, ...env }, 'check');
    return said(await checkContent({ config, outDir, print }), '');
  } catch (error) {
    return said(failureExitCode(error), `${describeFailure(error)}\n`);
  }
}

/** No command shows a stack to somebody who can do nothing with it. */
function expectPlain({ stdout, stderr }: Said): void {
  expect(stdout + stderr).not.toMatch(/^\s+at .*:\d+:\d+\)?$/m);
}

describe.concurrent('checking content', () => {
  it('says what would be on the site, and exits with 0 where a build would take every entry', async () => {
    const run = await runScript('cms', ['check', '--out', outDir], { CONTENT_DIR: smallContent });
    expect(run.stderr).toBe('');
    expect(run.code).toBe(0);
    expect(run.stdout).toContain('\nopportunity   6 read, 5 shown, 1 unpublished, 0 left out\n');
    expect(run.stdout).not.toContain('A build would fail');
  });

  it('exits with 1 where an entry would be left out, and names it', async () => {
    const folder = await copyOfSmallContent('content/check-left-out');
    await writeFile(`${folder}/pages/empty.yml`, '');
    const run = await runScript('cms', ['check', '--out', outDir], { CONTENT_DIR: folder });
    expect(run.stdout).toContain(`\nLeft out of the site:\n  ${folder}/pages/empty.yml: holds no fields — `);
    expect(run.stdout).not.toContain('A build would fail');
    expect(run.code).toBe(1);
  });

  it('says what goes off the site with an organization, which is no fault', async () => {
    const folder = await copyOfSmallContent('content/check-withdrawn');
    await changeEntry(folder, 'organizations/harbour-school', (entry) => ({ ...entry, status: 'draft' }));
    const run = await check({ CONTENT_DIR: folder });
    expect(run.stdout).toContain(
      '\nOff the site with an entry that they need:\n' +
        ['caption-harbour-films', 'proofread-tide-tables', 'relire-carnets']
          .map(
            (id) =>
              `  ${folder}/opportunities/${id}.yml · organization: leads to the organization “harbour-school”, which is a draft or in review — It’s shown again with that entry. To show it before, choose another.\n`,
          )
          .join(''),
    );
    expect(run.stdout).toContain('\nopportunity   6 read, 2 shown, 4 unpublished, 0 left out\n');
    expect(run.stdout).not.toMatch(/Left out of the site|A build would fail/);
    expect(run.code).toBe(0);
  });

  it.each(['unpublish', 'archive', 'delete'] as const)(
    'takes the word of Contentful that an organization is gone by “%s”, once a build has seen it',
    async (what) => {
      const standIn = await startContentfulStandIn({ content: smallContent });
      const manage = openManagement({
        space: spaceId,
        environment: environmentId,
        host: standIn.host,
        token: new SecretValue(managementToken),
      });
      const place = { entryId: 'harbour-school' };
      expect((await check(contentfulEnv(standIn))).code).toBe(0);
      await manage('edit', async ({ entry }) => {
        await entry.unpublish(place);
        if (what !== 'unpublish') await entry[what](place);
      });
      const run = await check(contentfulEnv(standIn));
      await standIn.close();
      expect(run.stdout).toContain(
        '  Contentful entry relire-carnets · organization: leads to the organization “harbour-school”, which is not published in Contentful — ',
      );
      expect(run.code).toBe(0);
    },
  );

  it('finds out by the Preview API that an organization is a draft, without a build that saw it', async () => {
    const standIn = await startContentfulStandIn({
      content: smallContent,
      fault: 'organization-unpublished',
    });
    const without = await check(contentfulEnv(standIn));
    const run = await check({ ...contentfulEnv(standIn), CONTENTFUL_PREVIEW_TOKEN: previewToken });
    await standIn.close();
    expect(without.stdout).toContain('A build would fail:\n3 of 5 entries of type opportunity');
    expect(without.stdout).toMatch(
      /\nContentful doesn’t say .+ A build sees drafts of Contentful if CONTENTFUL_PREVIEW_TOKEN is set\.\n/,
    );
    expect(run.stdout).toContain('which is not published in Contentful — It’s shown again with that entry.');
    expect(run.code).toBe(0);
  });

  it('warns of pictures that can’t be shown', async () => {
    const folder = await copyOfSmallContent('content/check-pictures');
    await writeFile(`${folder}/media/hero.png`, 'no picture');
    const run = await check({ CONTENT_DIR: folder });
    expect(run.stdout).toMatch(/Warnings:\n[\s\S]* · hero: is \S+hero\.png, which is not a picture/);
    expect(run.code).toBe(0);
  });

  const failing: [string, Env, string][] = [
    [
      'forms that lead nowhere',
      { FORMS: 'formspree' },
      'Applications would go nowhere:\n  registrar-frijoles: neither it, its organization',
    ],
    [
      'pictures past the limit',
      { CONTENT_DIR: '.local/test-build/content/check-no-media', CONTENT_LEFT_OUT_LIMIT: '0,0%' },
      '2 of 2 pictures can’t be shown, and at most 0 may be missing.',
    ],
    [
      'two site settings',
      { CONTENT_DIR: '.local/test-build/content/check-two-settings' },
      'There are 2 entries of site settings, and a site has one: ',
    ],
    [
      'opportunities that are gone',
      { CONTENT_DIR: '.local/test-build/content/check-no-opportunities' },
      'The source has nothing to show of what every site needs.',
    ],
  ];
  it.each(failing)('says that a build would fail: %s', async (_name, env, message) => {
    const folder = env['CONTENT_DIR'];
    if (folder) {
      await copyOfSmallContent(path.relative('.local/test-build', folder));
      if (folder.endsWith('no-media')) await rm(`${folder}/media`, { recursive: true });
      if (folder.endsWith('two-settings'))
        await changeEntry(folder, 'settings/site', (entry) => entry, 'settings/other');
      if (folder.endsWith('no-opportunities')) await rm(`${folder}/opportunities`, { recursive: true });
    }
    const run = await check({ CONTENT_DIR: smallContent, ...env });
    expect(run.stdout).toContain(`\nA build would fail:\n${message}`);
    expect(run.code).toBe(1);
    expectPlain(run);
  });

  const impossible: [Env, string][] = [
    [{ CONTENT_DIR: '/nowhere' }, 'The content folder /nowhere can’t be read (ENOENT).\nSet CONTENT_DIR to '],
    [{ CONTENT_SOURCE: 'wordpress' }, 'CONTENT_SOURCE is “wordpress”, which is no source.\n'],
    [
      { CONTENTFUL_SPACE_ID: 'abc' },
      'CONTENTFUL_DELIVERY_TOKEN is not set, so the space “abc” can’t be read.\n',
    ],
    [
      { CONTENTFUL_SPACE_ID: 'a b', CONTENTFUL_DELIVERY_TOKEN: 'local' },
      'CONTENTFUL_SPACE_ID is “a b”, which can’t be an id of Contentful’s.\n',
    ],
    [{ SITE_NOW: 'tomorrow' }, 'SITE_NOW is "tomorrow", which is not an instant.'],
    [{ SITE_URL: 'example.org' }, 'SITE_URL is "example.org". Write the site\'s address'],
    [{ CONTENT_LEFT_OUT_LIMIT: 'few' }, 'CONTENT_LEFT_OUT_LIMIT is "few".'],
    [{ CONTENT_MAY_LACK: 'news' }, 'CONTENT_MAY_LACK names “news”'],
    [{ FORMS: 'pigeon' }, 'FORMS is "pigeon". Set it to local, formspree, email'],
  ];
  it('says what it can’t work with on the other line, in plain words', async () => {
    const run = await runScript('cms', ['check', '--out', outDir], { CONTENT_DIR: '/nowhere' });
    expect(run.code).toBe(1);
    expect(run.stderr.startsWith(impossible[0]?.[1] ?? '?')).toBe(true);
  });

  it.each(impossible)('says in plain words what it can’t work with: %j', async (env, message) => {
    const run = await check(env);
    expect(run.stderr.startsWith(message), run.stderr).toBe(true);
    expect(run.code).toBe(1);
    expectPlain(run);
  });

  it('says in plain words that a folder can’t be read', async () => {
    const folder = await copyOfSmallContent('content/check-folder');
    await rm(`${folder}/stories`, { recursive: true, force: true });
    await symlink('/nowhere', `${folder}/stories`);
    const run = await check({ CONTENT_DIR: folder });
    expect(run.stderr).toMatch(
      /stories is a link to \/nowhere, which can’t be found\.\nPut what it leads to in its place, or delete it\./,
    );
    expect(run.code).toBe(1);
    expectPlain(run);
  });
});

describe.concurrent('a wrong command line', () => {
  it.each([
    [
      'cms',
      [],
      'Which command? The commands are: check, report, import, setup, push, pull, bulk, copy, translations, app.\nSee --help.\n',
    ],
    [
      'cms',
      ['chek'],
      'There is no command “chek”. The commands are: check, report, import, setup, push, pull, bulk, copy, translations, app.\nSee --help.\n',
    ],
    [
      'cms',
      ['toString'],
      'There is no command “toString”. The commands are: check, report, import, setup, push, pull, bulk, copy, translations, app.\nSee --help.\n',
    ],
    ['cms', ['check', 'all'], 'The command “check” takes nothing more, such as “all”.\nSee --help.\n'],
    ['cms', ['check', '--fast'], "Unknown option '--fast'\nSee --help.\n"],
    [
      'build',
      ['there'],
      "Unexpected argument 'there'. This command does not take positional arguments\nSee --help.\n",
    ],
  ])('%s %j', async (name, args, message) => {
    const run = await runScript(name, args, {});
    expect({ code: run.code, stderr: run.stderr, stdout: run.stdout }).toEqual({
      code: 2,
      stderr: message,
      stdout: '',
    });
  });

  it.each(['cms', 'build', 'start', 'dev', 'docs-model', 'test'])('%s explains itself', async (name) => {
    const run = await runScript(name, ['--help'], {});
    expect(run.stdout).toMatch(/^npm (run|start|test)/);
    expect({ code: run.code, stderr: run.stderr }).toEqual({ code: 0, stderr: '' });
  });
});

describe('where a command may write', () => {
  it('is said in plain words where it may not', async () => {
    const folder = await freshFolder('check-file');
    await writeFile(`${folder}/file`, '');
    const run = await runScript('build', ['--out', `${folder}/file/dist`], { CONTENT_DIR: smallContent });
    expect(run.stderr).toMatch(
      /^\nNot published\.\n\S+file\/dist can’t be built into \(ENOTDIR\)\. Give a folder\.\n$/,
    );
    expectPlain(run);
  });
});
