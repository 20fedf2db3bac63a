import type { Loader } from 'astro/loaders';
import type { ContentTypeName } from '@/model/types/entry';
import { loadContent } from './snapshot';

/** An Astro content loader for the entries of one type. */
export function entriesLoader(type: ContentTypeName): Loader {
  return {
    name: `entries:${type}`,
    load: async ({ store, logger }) => {
      const { entries } = await loadContent();
      store.clear();
      for (const entry of entries) {
        if (entry.type !== type) continue;
        // As the pipeline accepted it: a second validation could change or refuse what was indexed already.
        store.set({ id: entry.id, data: { ...entry } });
      }
      logger.debug(`${store.keys().length} entries`);
    },
  };
}

/** A function of this name in the context of Astro's `refreshContent` is called when the content has been read. */
export const onLoaded = 'onLoaded';

/** An Astro content loader for what belongs to no entry: languages, pictures, the build's instant. */
export function buildLoader(): Loader {
  return {
    name: 'build',
    load: async ({ store, refreshContextData }) => {
      const { locales, fallbacks, pictures, now, preview } = await loadContent();
      store.clear();
      store.set({ id: 'build', data: { locales, fallbacks, pictures, now, ...(preview && { preview }) } });
      const told = refreshContextData?.[onLoaded];
      if (typeof told === 'function') told();
    },
  };
}
