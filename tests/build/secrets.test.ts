/** A secret that an editor pasted into an entry is in no site, no report, no message and no log. */
/** @module-tag core */
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { readConfig } from '@/config/config';
import { checkContent } from '@scripts/cms/check-command';
import { build } from '@/publish/build/build';
import { describeFailure } from '@/publish/failure';
import { writeReport } from '@scripts/cms/report-command';
import { findSecrets } from '@/config/secrets';
import { createSecretFinder } from '@/publish/verify/verify-secrets';
import { contentsOf, freshFolder, writePreviousSite } from './folders';
import { siteNow } from './run-build';
import { changeEntry, copyOfSmallContent, inLanguage } from './small-content';
import { runDir } from '../../scripts/test/run-folder';

const token = 'cfpat-Zx81"Tz90<QwErTy>77&Pm';
const env = { CONTENTFUL_MANAGEMENT_TOKEN: token, SITE_NOW: siteNow };

/** What is found in the reports of this checkout, which other tests write too. */
function expectNoneInReports(): void {
  const look = createSecretFinder(findSecrets(env));
  const files = readdirSync('.local/report', { recursive: true, encoding: 'utf8' });
  for (const file of files.filter((name) => /\.(?:json|html|txt)$/.test(name))) {
    const bytes = readFileSync(path.join('.local/report', file));
    expect(() => look.inText(file, bytes, bytes.toString())).not.toThrow();
  }
}

function expectNoneIn(printed: string): void {
  expect(() =>
    createSecretFinder(findSecrets(env)).inText('the log', Buffer.from(printed), printed),
  ).not.toThrow();
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
    expectNoneIn(`${printed.join('\n')}\n${failure}`);
    const report = readFileSync('.local/report/report.html', 'utf8');
    expect(report).toContain('Use [secret]');
    expectNoneInReports();
  });

  it('is in nothing that a check or a report says', async () => {
    const folder = await leakyContent('content/leaky-check');
    const printed: string[] = [];
    const print = (line: string) => printed.push(line);
    const config = readConfig({ ...env, CONTENT_DIR: folder }, 'check');
    expect(await checkContent({ config, outDir: `${runDir}/build/secrets-nothing-published`, print })).toBe(
      1,
    );
    expect(printed.join('\n')).toContain('is "[secret]", which is none of the known values');
    expect(printed.join('\n')).toContain('The value of CONTENTFUL_MANAGEMENT_TOKEN stands in ');
    await writeReport({ config, outDir: `${runDir}/build/secrets-nothing-published`, print });
    expectNoneIn(printed.join('\n'));
    expectNoneInReports();
  });
});
