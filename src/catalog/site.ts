/** The site's data for pages: the only importer of Astro's content store, read once a process. */
import { getCollection, getEntry } from 'astro:content';
import type { Locale } from '@/i18n/locales';
import { contentTypeNames } from '@/model/types/entry';
import type { Content } from '@/pipeline/content';
import { overlaid } from '@/pipeline/preview/overlay';
import { loadContent } from '@/site/prepare/snapshot';
import { buildSite, type LocaleSite, type Site } from '@/site/site';
import type { AnyEntry } from '@/pipeline/check/validate';
import { currentPane } from './pane';

async function readContent(): Promise<Content> {
  const build = await getEntry('build', 'build');
  if (!build) throw new Error('The content store is empty. Run `npm run build`, which fills it.');
  const collections = await Promise.all(contentTypeNames.map((name) => getCollection(name)));
  const entries = collections
    .flat()
    .map(({ data }) => data as unknown as AnyEntry)
    .toSorted((a, b) => (a.type === b.type ? compare(a.id, b.id) : compare(a.type, b.type)));
  return { ...(build.data as unknown as Omit<Content, 'entries'>), entries };
}

async function read(): Promise<Site> {
  // Development servers of one checkout have one store between them: what it holds may be another one's.
  const content = await (import.meta.env.DEV ? loadContent() : readContent());
  const pane = currentPane();
  return buildSite(pane ? overlaid(content, pane) : content);
}

const compare = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0);

let memo: Promise<Site> | undefined;

/** The whole site. In development it is read anew for each page, so that a save shows. */
export function getSite(): Promise<Site> {
  if (import.meta.env.DEV) return read();
  memo ??= read();
  return memo;
}

/** One language of the site. Rejects for a language that isn't built. */
export async function getLocaleSite(locale: Locale): Promise<LocaleSite> {
  const site = (await getSite()).byLocale.get(locale);
  if (!site) throw new Error(`The site isn’t built in the language "${locale}".`);
  return site;
}
