/** The strings and names of the rows that a browser draws on a page that has none of them. */
import { translateIsland, type IslandStrings } from '@/i18n/create-translate';
import { capitalize, label } from '@/i18n/names';
import type { RowNames } from './row-facts';

export const rowStringKeys = [
  'facts.',
  'fits.needs',
  'fits.language.',
  'level.basic',
  'level.good',
  'level.fluent',
  'level.native',
  'length.one-off',
  'length.days',
  'length.ongoing',
  'status.paused',
  'status.filled',
  'status.closed',
  'row.closes',
  'row.openEnded',
  'row.shownIn',
  'trust.verified',
] as const;

/** A file for each language. */
export interface RowStrings {
  readonly strings: IslandStrings<(typeof rowStringKeys)[number]>;
  /** The names of tasks by id, and of languages by tag as they stand inside a sentence. */
  readonly tasks: Readonly<Record<string, string>>;
  readonly languages: Readonly<Record<string, string>>;
}

/** Returns the `t()` and the names that rows need. */
export function readRowStrings({ strings, tasks, languages }: RowStrings, locale: string) {
  const t = translateIsland(locale, strings);
  const language = (tag: string) => languages[tag] ?? tag;
  const names: RowNames = {
    language,
    option: (facet, id) =>
      capitalize(
        t,
        facet === 'lang' ? language(id) : facet === 'task' ? (tasks[id] ?? id) : label(t, facet, id),
      ),
    shownIn: (lang) => t('row.shownIn', { language: language(lang) }),
  };
  return { t, names };
}
