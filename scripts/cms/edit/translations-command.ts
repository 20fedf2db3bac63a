/** `npm run cms -- translations`: the texts that are older than their originals, by language. */
import path from 'node:path';
import { isDeepStrictEqual } from 'node:util';
import { isLocale, localeTable, locales, type Locale } from '@/i18n/locales';
import { rawEntryTitle } from '@/model/fields/entry-title';
import { editorTranslator } from '@/i18n/editor';
import { nameField } from '@/model/fields/field-words';
import { findOutdated, markTranslated } from '@/model/translation-age';
import type { RawEntry } from '@/model/types/entry';
import { UsageError } from '@/terminal/command-line';
import type { CommandContext } from '../command-context';
import { readChoice } from '../import/import-settings';
import { openEntryStore } from './open-store';

export interface TranslationsOptions {
  readonly language?: string | undefined;
  /** Ids of entries whose translations are up to date, separated by commas; or `all`. */
  readonly mark?: string | undefined;
  readonly contentful?: boolean | undefined;
  readonly dryRun?: boolean | undefined;
}

function formatQueue(locale: Locale, entries: readonly RawEntry[]): string[] {
  const rows = entries.flatMap((entry) => {
    const fields = findOutdated(entry.type, entry).find((one) => one.locale === locale)?.fields;
    if (!fields) return [];
    const original = entry.shared['originalLanguage'];
    const english = editorTranslator('en');
    const names = fields.map((field) => nameField(entry.type, field, true, english)).join(', ');
    const source = isLocale(original) ? localeTable[original].name : 'the original';
    return [`  ${entry.type} ${entry.id}: ${rawEntryTitle(entry)}`, `    older than ${source}: ${names}`];
  });
  const count = rows.length / 2;
  return [`${localeTable[locale].name}: ${count === 0 ? 'nothing to do' : count}`, ...rows];
}

function selectMarked(entries: readonly RawEntry[], mark: string): readonly RawEntry[] {
  if (mark === 'all') return entries;
  // As people write them: `x, opportunity/y, opportunities/z.yml`.
  const ids = mark.split(',').map((written) => path.posix.basename(written.trim(), '.yml'));
  const missing = ids.filter((id) => !entries.some((entry) => entry.id === id));
  if (missing.length > 0)
    throw new UsageError(
      `There is no entry ${missing.join(', ')}. Give ids as files or entries are called, separated by commas, or all.`,
    );
  return entries.filter(({ id }) => ids.includes(id));
}

/**
 * Prints the outdated translations, or marks translations as up to date. Resolves to the exit code: 1 where a language
 * has outdated ones, or where an entry couldn't be marked.
 */
export async function reviewTranslations(
  { language, mark, contentful, dryRun = false }: TranslationsOptions,
  { config, print }: CommandContext,
): Promise<number> {
  const only = readChoice('--language', language, locales);
  const store = await openEntryStore(config, print, contentful);
  if (mark === undefined) {
    const chosen = locales.filter((locale) => only === undefined || locale === only);
    for (const locale of chosen) for (const line of formatQueue(locale, store.entries)) print(line);
    const isDone = store.entries.every((entry) =>
      findOutdated(entry.type, entry).every(({ locale }) => !chosen.includes(locale)),
    );
    return isDone ? 0 : 1;
  }
  const changes = selectMarked(store.entries, mark)
    .map((before) => ({ before, after: markTranslated(before.type, before, only) }))
    .filter(({ before, after }) => !isDeepStrictEqual(before.shared, after.shared));
  for (const { before } of changes) print(`  mark  ${before.id}  ${rawEntryTitle(before)}`);
  if (dryRun) {
    print(`${changes.length} entries would be marked in ${store.name}.`);
    return 0;
  }
  const refused = await store.save(changes);
  print(`Marked in ${store.name}: ${changes.length - refused}.`);
  return refused > 0 ? 1 : 0;
}
