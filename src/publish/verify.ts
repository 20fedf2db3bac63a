/** Checks a built site before it is published. */
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { setImmediate } from 'node:timers/promises';
import { isLocale } from '@/i18n/locales';
import type { Content } from '@/pipeline/content';
import type { Environment } from '@/pipeline/prepare';
import type { Site } from '@/pipeline/site';
import type { IndexReport } from '@/search/build-index';
import { emptySections, standingPages } from './addresses';
import { expectedFiles } from './expected-files';
import { missingEntries } from './verify-entries';
import { defect, VerifyError } from './verify-error';
import { linkCheck, type DeadLink } from './verify-links';
import { secretFinder } from './verify-secrets';
import { weighPages } from './verify-weight';

export interface Verification {
  readonly site: Site;
  readonly content: Pick<Content, 'entries'>;
  readonly index: IndexReport;
  /** The folder with the built site. */
  readonly staging: string;
  /** The absolute address of the site. */
  readonly siteUrl: string;
  readonly env: Environment;
  /** The pages that the previous site had whatever its entries were. */
  readonly standing: readonly string[];
  /** True where the operator says that these may go. */
  readonly mayMove: boolean;
}

/** What was found right. */
export interface Verified {
  /** HTML pages. */
  readonly pages: number;
  /** Those that stand whatever the entries are. */
  readonly standing: readonly string[];
  /** What editors should know, as lines. */
  readonly warnings: readonly string[];
}

/** Paths from the root of the files below a folder: `/en/index.html`. */
export function filesIn(folder: string): Set<string> {
  // At once: there are tens of thousands.
  const found = readdirSync(folder, { recursive: true, withFileTypes: true });
  const root = path.resolve(folder).length;
  return new Set(
    found
      .filter((entry) => entry.isFile())
      .map(({ parentPath, name }) => {
        const within = path.resolve(parentPath).slice(root).split(path.sep).join('/');
        return `${within}/${name}`;
      }),
  );
}

/**
 * Checks that every entry has its page in every language, every language its feeds; that the index has every
 * opportunity and the search every other entry; that no page is lost that the previous site had, no link within the site
 * leads nowhere, no script weighs too much, and no secret stands in a file. Rejects with a `VerifyError`.
 */
export async function verify(verification: Verification): Promise<Verified> {
  const { site, staging } = verification;
  const files = filesIn(staging);
  assertComplete(site, files);
  await assertSearchable(verification);
  const standing = standingPages(site, files);
  assertNoneLost(verification, files);
  const { sizes, dead } = await readTexts(verification, files);
  assertLinked(dead, verification);
  return { pages: sizes.size, standing, warnings: await weighPages({ site, staging, sizes }) };
}

function assertComplete(site: Site, files: ReadonlySet<string>): void {
  const missing = expectedFiles(site).filter((expected) => !files.has(expected));
  if (missing.length === 0) return;
  throw new VerifyError(
    `${missing.length} files are missing from the built site, the first ${missing[0]}. ${defect}`,
  );
}

async function assertSearchable({ site, index, staging }: Verification): Promise<void> {
  for (const [locale, own] of site.byLocale) {
    const { opportunities } = own;
    const indexed = index.languages.find((language) => language.locale === locale)?.documents ?? 0;
    if (indexed !== opportunities.length) {
      throw new VerifyError(
        `The search index in ${locale} has ${indexed} opportunities, and the site has ${opportunities.length}. ${defect}`,
      );
    }
    const [lost] = await missingEntries(own, staging);
    if (lost !== undefined) throw new VerifyError(`The search in ${locale} lacks ${lost}. ${defect}`);
  }
}

/** Languages and types that are gone were confirmed before. */
function assertNoneLost({ site, standing, mayMove }: Verification, files: ReadonlySet<string>): void {
  const empty = emptySections(site);
  const isGone = (page: string) => {
    const folder = page.split('/')[1] ?? '';
    return isLocale(folder) && !site.byLocale.has(folder);
  };
  const lost = standing.filter(
    (page) => !files.has(`${page}index.html`) && !isGone(page) && !empty.has(page),
  );
  if (lost.length === 0 || mayMove) return;
  throw new VerifyError(
    `${lost.length} pages of the previous site are not in the new one, though no entry explains it, the first ${lost[0]}. ` +
      'Nothing was published. Where that is meant, as with a newer version of the program, build once with CONTENT_MAY_LACK=addresses.',
  );
}

interface TextsRead {
  /** Characters of every HTML page, by its path. */
  readonly sizes: ReadonlyMap<string, number>;
  readonly dead: readonly DeadLink[];
}

/** Files that hold no text. */
const notText = /\.(?:png|jpe?g|webp|avif|ico|woff2?|wasm|pf_\w+|pagefind)$/;

/** Texts that are read before others get their turn, such as the signal that ends the build. */
const atATime = 100;

/** Reads every text of the site once. At once: waiting for each takes ten times as long as reading it. */
async function readTexts(
  { staging, siteUrl, env }: Verification,
  files: ReadonlySet<string>,
): Promise<TextsRead> {
  const look = secretFinder(env);
  const links = linkCheck(siteUrl, files);
  const sizes = new Map<string, number>();
  for (const [index, file] of [...files].filter((name) => !notText.test(name)).entries()) {
    if (index % atATime === 0) await setImmediate();
    const text = readFileSync(path.join(staging, file), 'utf8');
    look(file.slice(1), text);
    if (!file.endsWith('.html')) continue;
    const page = file.replace(/\/index\.html$/, '/');
    links.add(page, text);
    // What other sites show isn't a page of this one.
    if (!page.startsWith('/embed/')) sizes.set(page, text.length);
  }
  return { sizes, dead: links.dead() };
}

/** A dead link that an editor wrote is warned of where the text is; one of ours is a defect. */
function assertLinked(dead: readonly DeadLink[], { content }: Verification): void {
  if (dead.length === 0) return;
  const texts = JSON.stringify(content.entries);
  const ours = dead.filter(({ address }) => !texts.includes(JSON.stringify(address).slice(1, -1)));
  const [first] = ours;
  if (!first) return;
  throw new VerifyError(
    `${ours.length} links within the site lead nowhere, the first on ${first.page} to ${first.address}. ${defect}`,
  );
}
