/** On the offline page: the pages that can be read anyway. */
import { showPart } from '@/components/late-parts.client';
import { extractHeading } from './extract-heading';
import { savedCache, visitedCache } from './worker/page-caches';

/** A page on this device. */
interface StoredPage {
  readonly path: string;
  readonly title: string;
}

const maxShown = 30;

/** The stored pages of a language, saved ones first, then the latest visited; each once. */
async function listStoredPages(locale: string): Promise<StoredPage[]> {
  const pages = new Map<string, StoredPage>();
  for (const name of [savedCache, visitedCache]) {
    const cache = await caches.open(name);
    for (const request of (await cache.keys()).toReversed()) {
      const path = new URL(request.url).pathname;
      const response = path.startsWith(`/${locale}/`) && !pages.has(path) && (await cache.match(request));
      const title = response ? extractHeading(await response.text()) : undefined;
      if (title !== undefined) pages.set(path, { path, title });
    }
  }
  return [...pages.values()].slice(0, maxShown);
}

async function fill(list: HTMLElement): Promise<void> {
  const pages = await listStoredPages(document.documentElement.lang);
  const section = list.closest('section');
  if (pages.length === 0 || !section) return;
  list.replaceChildren(
    ...pages.map(({ path, title }) => {
      const link = document.createElement('a');
      link.href = path;
      link.textContent = title;
      const item = document.createElement('li');
      item.append(link);
      return item;
    }),
  );
  showPart(section);
}

const list = document.querySelector<HTMLElement>('[data-stored-list]');
if (list) fill(list).catch(() => {});
// This page replaces one that could not be loaded: it is loaded once the browser is online.
addEventListener('online', () => location.reload());
