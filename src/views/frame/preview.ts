/** The notes of a preview on each page. No build has any of this. */
import { editorTranslator } from '@/i18n/editor';
import type { Translate } from '@/i18n/translate';
import { problemWords } from '@/model/fields/field-words';
import type { PreviewMarks } from '@/pipeline/preview/preview';
import { entriesWithPages, type Site } from '@/site/site';

/** Builds the note of the preview on the page at `path`. */
export function previewView(site: Site, t: Translate, marks: PreviewMarks, path: string | undefined) {
  const own = site.byLocale.get(t.locale);
  const pages = (own ? entriesWithPages(own) : []).map(({ type, id, path: at }) => ({
    key: `${type}/${id}`,
    path: at,
  }));
  const here = pages.find((page) => page.path === path);
  const mark = here && marks[here.key];
  const editorWords = editorTranslator(t.locale);
  return {
    entry: mark && {
      state: mark.state,
      statusUrl: `/preview/status/${here.key}/?locale=${t.locale}`,
      editUrl: mark.editUrl,
      problems: mark.problems.map((problem) => problemWords(editorWords, problem)),
    },
    style: markStyle(t, pages, marks),
  };
}

/** Writes behind each link to an entry that isn't live what it is: “(draft)”. Paths and words are the site's own. */
function markStyle(
  t: Translate,
  pages: readonly { readonly key: string; readonly path: string }[],
  marks: PreviewMarks,
): string {
  const quoted = (text: string) => JSON.stringify(text).replaceAll('<', '\\3c ');
  const states = ['draft', 'coming', 'new', 'changed'] as const;
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
