/** Finds titles that an organization has twice. */
import { locales, type Locale } from '@/i18n/locales';
import type { ProblemFinding } from '@/model/problems';
import type { RawEntry } from '@/model/types/entry';
import { contentTypes } from '@/model/types/types';
import { foldWords } from '../values/fold-words';

/** Builds keys that are equal for repeated titles: with the language and, for an opportunity, its organization. */
export function buildTitleKeys({
  type,
  locales: byLocale,
  shared,
}: RawEntry): { key: string; locale: Locale }[] {
  const owner = type === 'opportunity' ? String(shared['organization']) : '';
  return locales.flatMap((locale) => {
    const title = byLocale[locale]?.[contentTypes[type].title];
    return typeof title === 'string'
      ? [{ key: `${type}/${owner}/${locale}/${foldWords(title)}`, locale }]
      : [];
  });
}

export function indexTitles(entries: readonly RawEntry[]): Map<string, string> {
  return new Map(
    entries.flatMap((entry) => buildTitleKeys(entry).map(({ key }) => [key, entry.origin.label])),
  );
}

export function checkRepeatedTitle(entry: RawEntry, titles: ReadonlyMap<string, string>): ProblemFinding[] {
  return buildTitleKeys(entry)
    .flatMap(({ key, locale }): ProblemFinding[] => {
      const other = titles.get(key);
      if (other === undefined) return [];
      return [
        {
          code: 'title-repeated',
          severity: 'blocks',
          locale,
          field: contentTypes[entry.type].title,
          message: `is that of ${other}${entry.type === 'opportunity' ? ', from the same organization' : ''}`,
          hint: 'Remove one of the two, or give them different titles.',
        },
      ];
    })
    .slice(0, 1);
}
