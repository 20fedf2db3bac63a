/** A site goes live whole or not at all: what is checked before it takes the place of the one that is live. */
/** @module-tag core */
import { OperatorError } from '@/model/operator-error';
import { cp, readFile, rm, writeFile } from 'node:fs/promises';
import { beforeAll, describe, expect, it } from 'vitest';
import { readConfig } from '@/config/config';
import type { Content } from '@/pipeline/content';
import { prepareContent } from '@/site/prepare/prepare';
import { buildSite, type Site } from '@/site/site';
import { build } from '@/publish/build/build';
import { createSiteFiles } from '@/publish/build/site-files';
import { verifyBuiltSite, type VerifyOptions } from '@/publish/verify/verify';
import { contentsOf, freshFolder } from './folders';
import { siteUrl } from './links';
import { siteNow } from './run-build';
import { sharedSite } from './shared-site';
import { smallContent } from './small-content';

const env = { CONTENT_DIR: smallContent, SITE_NOW: siteNow };

let dir: string;
let site: Site;
let content: Content;
beforeAll(async () => {
  ({ dir } = await sharedSite('minimal'));
  ({ content } = await prepareContent(readConfig(env), () => undefined));
  site = buildSite(content);
});

/** What would be verified after a build: the built site, in a copy to spoil. */
async function staged(name: string): Promise<Omit<VerifyOptions, 'built'>> {
  const staging = await freshFolder(`staged/${name}`);
  await cp(dir, staging, { recursive: true });
  const languages = site.locales.map((locale) => ({ locale, documents: 5 }));
  return {
    site,
    siteUrl,
    ownLinks: [],
    redirects: [],
    staging,
    index: { languages },
    fixedPages: [],
    allowsMissingPages: false,
  };
}

/** Reads and verifies a site. */
async function verify(options: Omit<VerifyOptions, 'built'>) {
  const built = createSiteFiles({ folder: options.staging, siteUrl, secrets: [] });
  await built.readOthers();
  return verifyBuiltSite({ ...options, built });
}

describe('a site that shrank', () => {
  it('is not published without one of its pages', async () => {
    const whole = await staged('page');
    expect((await verify(whole)).pages).toBeGreaterThan(200);
    await rm(`${whole.staging}/fr/missions/relire-huit-carnets-de-chantier/index.html`);
    const verifying = verify(whole);
    await expect(verifying).rejects.toThrow(OperatorError);
    await expect(verifying).rejects.toThrow(
      'lacks 1 file, the first /fr/missions/relire-huit-carnets-de-chantier/index.html.',
    );
  });

  it('is not published with fewer opportunities in the search than on its pages', async () => {
    const { index, ...rest } = await staged('index');
    const languages = index.languages.map((language) =>
      language.locale === 'es' ? { ...language, documents: 4 } : language,
    );
    await expect(verify({ ...rest, index: { languages } })).rejects.toThrow(
      'The search index in es has 4 opportunities, and the site has 5.',
    );
    await expect(verify({ ...rest, index: { languages: languages.slice(1) } })).rejects.toThrow(
      'The search index in en has 0 opportunities, and the site has 5.',
    );
  });
});

describe('a page of the previous site', () => {
  it('is not lost, unless the operator says so', async () => {
    const whole = await staged('fixed');
    const { fixedPages } = await verify(whole);
    expect(fixedPages).toContain('/fr/objectifs/');
    expect(fixedPages.filter((page) => /carnets|browse|page\/2/.test(page))).toEqual([]);
    const redirects = [{ from: '/fr/objectifs/' }];
    expect((await verify({ ...whole, redirects })).fixedPages).not.toContain('/fr/objectifs/');
    const verifying = verify({
      ...whole,
      fixedPages: [...fixedPages, '/en/wall/', '/de/wand/', '/en/wall/b/'],
    });
    await expect(verifying).rejects.toThrow(
      /lacks 3 pages of the previous one, .* the first \/en\/wall\/\. .* CONTENT_MAY_LACK=addresses\./,
    );
    const { pages } = await verify({ ...whole, fixedPages: ['/en/wall/'], allowsMissingPages: true });
    expect(pages).toBeGreaterThan(200);
  });
});

describe('links within the site', () => {
  it('lead somewhere, but for those that an editor wrote, who is warned of them', async () => {
    const whole = await staged('links');
    const page = `${whole.staging}/en/goals/index.html`;
    const html = await readFile(page, 'utf8');
    await writeFile(page, html.replace('<main', '<a href="/en/nowhere/">A</a><main'));
    await expect(verify(whole)).rejects.toThrow(
      '1 link that leads nowhere, the first on /en/goals/ to /en/nowhere/.',
    );
    // Written in another way than the page has it.
    const ownLinks = [
      { where: 'pages/about.yml', locale: 'en', field: 'body', href: '/en/./nowhere/' } as const,
    ];
    expect((await verify({ ...whole, ownLinks })).warnings).toEqual([
      expect.stringContaining('pages/about.yml · en.body: has a link to “/en/./nowhere/”'),
    ]);
  });
});

describe('where a site is built to', () => {
  it.each(['.local/build/site', '.local'])('is never where builds work: %s', async (outDir) => {
    await expect(build({ config: readConfig(env), outDir, progress: () => undefined })).rejects.toThrow(
      'is where builds work',
    );
  });

  it('is never a folder that holds something else, such as the content', async () => {
    const folder = await freshFolder('other');
    await cp(smallContent, folder, { recursive: true });
    const held = contentsOf(folder);
    const building = build({
      config: readConfig({ CONTENT_DIR: folder }),
      outDir: folder,
      progress: () => undefined,
    });
    await expect(building).rejects.toThrow('holds other things than a site (it has no index.html)');
    expect(contentsOf(folder)).toEqual(held);
  });

  it('is never among the files that are published as they are', async () => {
    const folder = await freshFolder('public');
    const config = readConfig({ ...env, PUBLIC_DIR: folder });
    await expect(build({ config, outDir: `${folder}/dist`, progress: () => undefined })).rejects.toThrow(
      '(PUBLIC_DIR), where every file is published.',
    );
    expect(contentsOf(folder)).toEqual(new Map());
  });

  it('is never below a file', async () => {
    const outDir = `${smallContent}/settings/site.yml/dist`;
    await expect(build({ config: readConfig(env), outDir, progress: () => undefined })).rejects.toThrow(
      'can’t be built into (EEXIST)',
    );
  });
});
