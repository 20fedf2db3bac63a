/** On the page that shows without a line: the pages that can be read all the same. */
import { showPart } from '@/components/late-parts.client';
import { headingOf } from './heading';
import { savedCache, visitedCache } from './worker/kept-caches';

/** A page on this device. */
interface KeptPage {
  readonly path: string;
  readonly title: string;
}

const shown = 30;

/** What is kept in a language, saved pages first, then the latest visited; each once. */
async function keptPages(locale: string): Promise<KeptPage[]> {
  const pages = new Map<string, KeptPage>();
  for (const name of [savedCache, visitedCache]) {
    const cache = await caches.open(name);
    for (const request of (await cache.keys()).toReversed()) {
      const path = new URL(request.url).pathname;
      const response = path.startsWith(`/${locale}/`) && !pages.has(path) && (await cache.match(request));
      const title = response ? headingOf(await response.text()) : undefined;
      if (title !== undefined) pages.set(path, { path, title });
    }
  }
  return [...pages.values()].slice(0, shown);
}

async function fill(list: HTMLElement): Promise<void> {
  const pages = await keptPages(document.documentElement.lang);
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

const list = document.querySelector<HTMLElement>('[data-kept-list]');
if (list) fill(list).catch(() => {});
// Shown in the place of a page that could not be had: that page comes when the line does.
addEventListener('online', () => location.reload());
