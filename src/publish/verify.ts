import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import { embedPathOf, oembedPathOf } from '@/i18n/embed-files';
import { feedFormats } from '@/i18n/feed-files';
import { feedPathOf, openSearchPath, pathOf, type Route } from '@/i18n/routes';
import { OperatorError } from '@/model/operator-error';
import type { Environment } from '@/pipeline/prepare';
import type { Site } from '@/pipeline/site';
import type { IndexReport } from '@/search/build-index';
import { sitePictures } from '@/share/pictures/cards';
import { entriesFile, organizationsFile } from '@/search/places';
import { missingEntries } from './verify-entries';

/** What was built is not what should have been. Nothing was published. */
export class VerifyError extends OperatorError {
  override readonly name = 'VerifyError';
}

/** Variables whose values must never be in a page. */
const secrets = ['CONTENTFUL_DELIVERY_TOKEN', 'CONTENTFUL_PREVIEW_TOKEN', 'CONTENTFUL_MANAGEMENT_TOKEN'];

/** Shorter values (a stand-in's "local") are words that pages may hold. */
const secretLength = 16;

export interface Verification {
  readonly site: Site;
  readonly index: IndexReport;
  /** The folder with the built site. */
  readonly staging: string;
  readonly env: Environment;
}

/**
 * Checks a built site before it is published: every entry has its page in every language, every language its feeds, the
 * index has every opportunity and the search every other entry, no secret stands in a file. Returns the number of HTML
 * pages. Rejects with a `VerifyError`.
 */
export async function verify({ site, index, staging, env }: Verification): Promise<number> {
  const names = await readdir(staging, { recursive: true });
  const files = new Set(names.map((name) => `/${name.split(path.sep).join('/')}`));
  const missing = expectedFiles(site).filter((expected) => !files.has(expected));
  if (missing.length > 0) {
    throw new VerifyError(
      `${missing.length} files are missing from the built site, the first ${missing[0]}. ` +
        'Nothing was published. Build again; if it stays so, it is a defect: please report it.',
    );
  }
  for (const [locale, own] of site.byLocale) {
    const { opportunities } = own;
    const indexed = index.languages.find((language) => language.locale === locale)?.documents ?? 0;
    if (indexed !== opportunities.length) {
      throw new VerifyError(
        `The search index in ${locale} has ${indexed} opportunities, and the site has ${opportunities.length}. ` +
          'Nothing was published. Build again; if it stays so, it is a defect: please report it.',
      );
    }
    const [lost] = await missingEntries(own, staging);
    if (lost !== undefined) {
      throw new VerifyError(
        `The search in ${locale} lacks ${lost}. ` +
          'Nothing was published. Build again; if it stays so, it is a defect: please report it.',
      );
    }
  }
  await assertNoSecrets(staging, names, env);
  // What other sites show isn't a page of this one.
  return names.filter((name) => name.endsWith('.html') && !name.startsWith(`embed${path.sep}`)).length;
}

/** Every page that an entry or a language must have, the feeds of everything that is open, what the search reads, pictures and embeds. */
function expectedFiles(site: Site): string[] {
  const pages = [...site.byLocale.values()].flatMap((own) => [
    pathOf(own.locale, { to: 'home' }),
    pathOf(own.locale, { to: 'offline' }),
    pathOf(own.locale, { to: 'section', section: 'search' }),
    ...[
      ...own.opportunities,
      ...own.organizations,
      ...own.campaigns,
      ...own.stories,
      ...own.resources,
      ...own.pages,
    ].map((view) => view.path),
  ]);
  const open: Route = { to: 'section', section: 'opportunities' };
  const feeds = [...site.byLocale.keys()].flatMap((locale) => [
    openSearchPath(locale),
    `/${entriesFile(locale)}`,
    `/${organizationsFile(locale)}`,
    ...feedFormats.map((format) => feedPathOf(locale, open, format)),
  ]);
  const pictures = [...site.byLocale.values()].flatMap(sitePictures).map((picture) => picture.path);
  const embeds = [...site.byLocale.values()].flatMap(({ opportunities, organizations, campaigns }) =>
    [...opportunities, ...organizations, ...campaigns].flatMap((view) => [
      `${embedPathOf(view.path)}index.html`,
      oembedPathOf(view.path),
    ]),
  );
  return [...pages.map((page) => `${page}index.html`), ...feeds, ...pictures, ...embeds];
}

async function assertNoSecrets(staging: string, names: readonly string[], env: Environment): Promise<void> {
  const values = secrets.flatMap((name) => {
    const value = env[name];
    return value !== undefined && value.length >= secretLength ? [{ name, bytes: Buffer.from(value) }] : [];
  });
  if (values.length === 0) return;
  for (const name of names.filter((candidate) => /\.(?:html|js|json|xml|ics|txt|css)$/.test(candidate))) {
    const bytes = await readFile(path.join(staging, name));
    const found = values.find((secret) => bytes.includes(secret.bytes));
    if (found) {
      throw new VerifyError(
        `The value of ${found.name} stands in ${name}. Nothing was published. Take it out of the content or code.`,
      );
    }
  }
}
