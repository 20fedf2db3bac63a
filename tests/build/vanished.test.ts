/** A site that would lose a part of itself since its last build is not published until its operator says so. */
import { rename } from 'node:fs/promises';
import { existsSync } from 'node:fs';
import { beforeAll, describe, expect, it } from 'vitest';
import { startContentfulStandIn } from '@scripts/local/contentful/stand-in';
import { full } from '../test-scope';
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
  it('is published without an organization that an editor made a draft, and its opportunities', async () => {
    const name = 'organizations/harbour-school';
    await changeEntry(content, name, (entry) => ({ ...entry, status: 'draft' }));
    await expectLetThrough('');
    await changeEntry(content, name, (entry) => ({ ...entry, status: 'published' }));
  });

  it('is not published without an organization whose file is gone, which says nothing', async () => {
    const file = `${content}/organizations/harbour-school.yml`;
    await rename(file, `${file}.gone`);
    const run = await runBuild(out, { CONTENT_DIR: content });
    await rename(`${file}.gone`, file);
    expect(run.stderr).toContain(
      '\n3 of 5 entries of type opportunity would be left out, and at most 2 may be.\n',
    );
    expect(run.stderr).toMatch(
      /relire-carnets\.yml · organization: leads to the organization “harbour-school”, which doesn’t exist — .+\nThe files don’t say that “harbour-school” went off the site on purpose\. Bring it back\. To take it off the site, make it a draft: .+\n$/,
    );
    expect(run.code).toBe(1);
  });

  it('is not published without its campaigns and a language, which were there', async () => {
    const live = contentsOf(out);
    await rename(`${content}/campaigns`, `${content}/.campaigns`);
    await changeEntry(content, 'settings/site', (entry) =>
      Object.fromEntries(Object.entries(entry).filter(([name]) => name !== 'es')),
    );
    const run = await runBuild(out, { CONTENT_DIR: content });
    expect(run.stderr).toBe(
      `\nNot published.\nSince the last build, much is missing from files in ${content}, and nothing says that it was taken off the site on purpose. Nothing was published.\n` +
        '  campaign: 1 on the site, 0 left in the source\n' +
        '    “Boats and beans” (boats-and-beans)\n' +
        '  es: the site was in Español, and is no more\n' +
        'Put back what was moved, renamed or cut off by mistake. To take an entry off the site, make it a draft. If it’s intended, build once with CONTENT_MAY_LACK=campaign,es.\n',
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
