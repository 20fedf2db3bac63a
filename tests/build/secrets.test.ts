/** A secret of the environment is in no site, no report, no message and no log: not where an editor pasted it, nor else. */
/** @module-tag core */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { readConfig } from '@/config/config';
import { checkContent } from '@scripts/cms/check-command';
import { build } from '@/publish/build/build';
import { describeFailure } from '@/publish/failure';
import { writeReport } from '@scripts/cms/report-command';
import { contentsOf, freshFolder, writePreviousSite } from './folders';
import { runScript, siteNow, type Env } from './run-build';
import { findLeak, secretVariables } from './secret-variables';
import { changeEntry, copyOfSmallContent, inLanguage, smallContent } from './small-content';
import { runDir } from '../../scripts/test/run-folder';

const token = 'cfpat-Zx81"Tz90<QwErTy>77&Pm';
const env = { CONTENTFUL_MANAGEMENT_TOKEN: token, SITE_NOW: siteNow };

/** What is found in what the commands of this checkout note down, which other tests write too. */
function expectNoneInNotes(secrets: Env = env): void {
  const folder = '.local/report';
  if (!existsSync(folder)) return;
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' });
  for (const file of files.filter((name) => /\.(?:json|html|txt)$/.test(name)))
    expect(findLeak(readFileSync(path.join(folder, file), 'utf8'), secrets), file).toBeUndefined();
}

/** Content with the token as a title, in a link, where a word belongs, and taken apart by markup. */
async function leakyContent(name: string): Promise<string> {
  const folder = await copyOfSmallContent(name);
  await changeEntry(folder, 'resources/first-caption', (entry) =>
    inLanguage(entry, 'en', {
      title: `Use ${token}`,
      body: `See [it](https://a.example/${token}/x y) [x](${token}).`,
    }),
  );
  await changeEntry(folder, 'opportunities/relire-carnets', (entry) => ({ ...entry, taskTypes: [token] }));
  await changeEntry(folder, 'organizations/semilla-viva', (entry) => ({
    ...entry,
    website: `https://user:${token}@a.example/`,
    formId: token,
  }));
  return folder;
}

describe('a secret in an entry', () => {
  it('stops a build, which names the entry and shows it nowhere', async () => {
    const folder = await leakyContent('content/leaky');
    const out = await freshFolder('leaky');
    const live = await writePreviousSite(`${out}/dist`);
    const printed: string[] = [];
    const failure = await build({
      config: readConfig({ ...env, CONTENT_DIR: folder }),
      outDir: `${out}/dist`,
      progress: (line) => printed.push(line),
    }).then(
      () => 'published',
      (error: unknown) => describeFailure(error),
    );
    expect(failure).toContain(
      `The value of CONTENTFUL_MANAGEMENT_TOKEN stands in ${folder}/resources/first-caption.yml. Nothing was published.`,
    );
    expect(contentsOf(`${out}/dist`)).toEqual(live);
    expect(findLeak(`${printed.join('\n')}\n${failure}`, env)).toBeUndefined();
    expect(readFileSync('.local/report/report.html', 'utf8')).toContain('Use [secret]');
    expectNoneInNotes();
  });

  it('is in nothing that a check or a report says', async () => {
    const folder = await leakyContent('content/leaky-check');
    const printed: string[] = [];
    const config = readConfig({ ...env, CONTENT_DIR: folder }, 'check');
    const outDir = `${runDir}/build/secrets-nothing-published`;
    const options = { config, outDir, print: (line: string) => printed.push(line) };
    expect(await checkContent(options)).toBe(1);
    expect(printed.join('\n')).toContain('is “[secret]”, which is none of the known values');
    expect(printed.join('\n')).toContain('The value of CONTENTFUL_MANAGEMENT_TOKEN stands in ');
    await writeReport(options);
    expect(findLeak(printed.join('\n'), env)).toBeUndefined();
    expectNoneInNotes();
  });
});

const files = { CONTENT_DIR: smallContent };
const space = { CONTENTFUL_SPACE_ID: 'local', CONTENTFUL_HOST: '127.0.0.1:9' };
const withPassword = (host: string) => `https://editor:a-password-of-somebody@${host}`;

// Those that are refused for something else are in refused.test.ts.
describe.concurrent('a publish with a secret in every variable that may hold one', () => {
  it.each<[what: string, env: Env]>([
    ['a token that Contentful refuses', space],
    ['a password in the form service', { ...files, FORMSPREE_ENDPOINT: withPassword('forms.example') }],
    ['a password in the site', { ...files, SITE_URL: withPassword('site.example') }],
    ['a password in the host of Contentful', { ...space, CONTENTFUL_HOST: withPassword('127.0.0.1:9') }],
    ['a password in a proxy', { ...space, HTTPS_PROXY: withPassword('127.0.0.1:9') }],
  ])('doesn’t tell it where there is %s', async (what, changed) => {
    const dir = await freshFolder(`secrets/${what.replaceAll(' ', '-')}`);
    const all = { ...secretVariables, ...changed };
    const run = await runScript('publish-local', ['--to', `${dir}/site`], all);
    expect(run.code).toBe(1);
    expect(findLeak(run.stdout + run.stderr, all)).toBeUndefined();
    expectNoneInNotes(all);
  });
});
