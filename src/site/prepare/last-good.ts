/** The last version of each entry that could be shown, which a development server shows while its file is broken. */
import { isDeepStrictEqual } from 'node:util';
import { locales } from '@/i18n/locales';
import { entryKey, type RawEntry } from '@/model/types/entry';
import type { Problem } from '@/model/problems';
import { acceptEntries } from '@/pipeline/check/accept';
import type { SourceContent } from '@/sources/source';

/**
 * The keys of entries that aren't shown because of a problem of their own, and of those that lead to such a one. A
 * preview shows whatever can be read.
 */
function findBroken({ entries, problems: unreadable, isAbsenceDecided }: SourceContent, isPreview: boolean) {
  const { problems } = isPreview
    ? { problems: unreadable }
    : acceptEntries(entries, unreadable, { isAbsenceDecided });
  const blocking = problems.filter(({ severity }) => severity === 'blocks');
  const own = blocking.filter(({ code }) => code !== 'link-dead');
  return { blocking, own: new Set(own.map(entryKey)), all: new Set(blocking.map(entryKey)) };
}

/** Remembers from one call to the next. */
export function rememberLastGood(isPreview: boolean) {
  let good = new Map<string, RawEntry>();
  let broken: readonly Problem[] = [];

  const replace = (pulled: SourceContent, keys: ReadonlySet<string>): SourceContent => {
    const kept = [...keys].flatMap((key) => good.get(key) ?? []);
    const replaced = new Set(kept.map(entryKey));
    if (replaced.size === 0) return pulled;
    const entries = [...pulled.entries.filter((entry) => !replaced.has(entryKey(entry))), ...kept];
    const settings = kept.find(({ type }) => type === 'settings');
    return {
      ...pulled,
      entries: entries.toSorted((a, b) => (entryKey(a) < entryKey(b) ? -1 : 1)),
      problems: pulled.problems.filter((problem) => !replaced.has(entryKey(problem))),
      ...(settings && { locales: locales.filter((locale) => settings.locales[locale]) }),
    };
  };

  /**
   * Puts the last good version of each broken entry in its place. One that never had a good version stays as it is.
   * Has to be called with everything that the source has at one time.
   */
  const fill = (pulled: SourceContent): SourceContent => {
    const first = findBroken(pulled, isPreview);
    // An entry that only leads to a broken one may be right once that one is replaced.
    const second = replace(pulled, first.own);
    const filled = replace(second, findBroken(second, isPreview).all);
    const left = findBroken(filled, isPreview).all;
    const present = new Set([...pulled.entries, ...pulled.problems].map(entryKey));
    broken = first.blocking.filter((problem) => {
      const key = entryKey(problem);
      const shown = filled.entries.find((entry) => entryKey(entry) === key);
      const given = pulled.entries.find((entry) => entryKey(entry) === key);
      return left.has(key) || !isDeepStrictEqual(shown, given);
    });
    good = new Map(
      filled.entries
        .map((entry) => [entryKey(entry), entry] as const)
        .filter(([key]) => !left.has(key) && present.has(key)),
    );
    return filled;
  };

  return {
    fill,
    /** Returns the problems of the entries that the last `fill` found broken. */
    problems: () => broken,
  };
}
