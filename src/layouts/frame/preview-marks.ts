/** How links to entries that aren’t live are marked in a preview. */
import type { Translate } from '@/i18n/translate';
import type { EntryPage } from '@/site/entry-pages';
import type { PreviewMarks } from '@/pipeline/preview/preview';

/** Writes behind each link to an entry that isn’t live what it is: “(draft)”. Paths and words are the site’s own. */
export function markStyle(t: Translate, pages: readonly EntryPage[], marks: PreviewMarks): string {
  const quoted = (text: string) => JSON.stringify(text).replaceAll('<', '\\3c ');
  const states = ['draft', 'new', 'changed'] as const;
  return states
    .flatMap((state) => {
      const links = pages.filter(({ key }) => marks[key]?.state === state);
      if (links.length === 0) return [];
      const selectors = links.map(({ path }) => `main a[href=${quoted(path)}]::after`);
      return [
        `${selectors.join(',')}{content:${quoted(` (${t(`preview.mark.${state}`)})`)};font-weight:400}`,
      ];
    })
    .join('\n');
}
