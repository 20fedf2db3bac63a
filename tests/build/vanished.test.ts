/** A site that would lose a part of itself since its last build is not published until its operator says so. */
import { rename } from 'node:fs/promises';
import { existsSync } from 'node:fs';
import { beforeAll, describe, expect, it } from 'vitest';
import { startContentfulStandIn } from '@scripts/local/contentful/stand-in';
import { full } from '../extent';
import { brokenLinks } from './broken-links';
import { contentsOf, freshFolder } from './folders';
import { breakRendering, contentfulEnv, runBuild, runScript, runWholeBuild } from './run-build';
import { changeEntry, copyOfSmallContent, smallContent } from './small-content';

let out: string;
let content: string;

beforeAll(async () => {
  out = `${await freshFolder('vanished')}/new/folder/dist`;
  content = await copyOfSmallContent('content/vanishing');
  await runWholeBuild(out, { CONTENT_DIR: content });
});

/** Builds with what may be lacking as far as the pages: what would stop it comes before. */
async function expectLetThrough(mayLack: string): Promise<void> {
  const run = await runBuild(out, {
    CONTENT_DIR: content,
    CONTENT_MAY_LACK: mayLack,
    NODE_OPTIONS: `--import ${breakRendering}`,
  });
  expect(run.stderr).toContain('Out of paper');
}

describe('a site that was built before', () => {
  it('is not published without its campaigns and a language, which were there', async () => {
    const live = contentsOf(out);
    await rename(`${content}/campaigns`, `${content}/.campaigns`);
    await changeEntry(content, 'settings/site', (entry) =>
      Object.fromEntries(Object.entries(entry).filter(([name]) => name !== 'es')),
    );
    const run = await runBuild(out, { CONTENT_DIR: content });
    expect(run.stderr).toBe(
      `\nNot published.\nSince the last build, more is gone from files in ${content} than an editor would remove. Nothing was published.\n` +
        '  campaign: 1 on the site, 0 left in the source\n' +
        '  es: the site was in Español, and is no more\n' +
        'Put back what was moved, renamed, unpublished or cut off by mistake. If it’s intended, build once with CONTENT_MAY_LACK=campaign,es.\n',
    );
    expect(run.code).toBe(1);
    expect(contentsOf(out)).toEqual(live);
  });

  it('is published without them, and without opportunities, once the operator says so', async () => {
    await rename(`${content}/opportunities`, `${content}/.opportunities`);
    await expectLetThrough('opportunity, campaign, es');
  });

  it.runIf(full)('has no link to what is gone, and is built so from then on', async () => {
    await runWholeBuild(out, { CONTENT_DIR: content, CONTENT_MAY_LACK: 'opportunity, campaign, es' });
    expect(existsSync(`${out}/es`)).toBe(false);
    expect(existsSync(`${out}/en/campaigns/boats-and-beans`)).toBe(false);
    expect(brokenLinks(out)).toEqual([]);
    // A site without any always needs that word.
    await expectLetThrough('opportunity');
  });

  it.runIf(full)('is built so from a space without opportunities, too', async () => {
    const folder = await freshFolder('without-a-type');
    const standIn = await startContentfulStandIn({ content: smallContent, fault: 'missing-type' });
    const env = { CONTENT_MAY_LACK: 'opportunity,campaign', ...contentfulEnv(standIn) };
    await runWholeBuild(`${folder}/space`, env).finally(() => standIn.close());
    expect(existsSync(`${folder}/space/en/index.html`)).toBe(true);
  });
});

describe('a public site whose variables were lost', () => {
  it('is not built from the sample content instead', async () => {
    const site = { SITE_URL: 'https://volunteer.example.org' };
    const live = contentsOf(out);
    const run = await runScript('build', ['--out', out], site);
    expect(run.code).toBe(1);
    expect(run.stderr).toMatch(
      /^\nNot published\.\nThe site was built from files in \S+, and would now be built from files in content, since none of CONTENT_SOURCE, CONTENT_DIR, CONTENTFUL_SPACE_ID is set\. Nothing was published\.\n/,
    );
    expect(contentsOf(out)).toEqual(live);
  });
});
