/** How far the open entry is translated, and which texts are in languages that the site doesn't have. */
import type { z } from 'zod';
import { isLocale, type Locale } from '@/i18n/locales';
import { nameField } from '@/model/fields/field-words';
import { unwrap } from '@/model/fields/fields';
import { prune } from '@/model/fields/prune';
import { findOutdated } from '@/model/translation-age';
import type { RawEntry } from '@/model/types/entry';
import { contentTypes } from '@/model/types/types';
import { nameIn, nameLanguage } from '@scripts/forms/ui/name-language';
import { useWords } from '@scripts/forms/ui/words';

type TranslationState = ReturnType<typeof findTranslations>[number];

/** The language that the entry was first written in, if it says one. */
function findOriginal({ shared }: RawEntry): Locale | undefined {
  const original = shared['originalLanguage'];
  return isLocale(original) ? original : undefined;
}

/** Returns the state of each language but the original one. */
export function findTranslations(entry: RawEntry, languages: readonly Locale[]) {
  const original = findOriginal(entry);
  const required = Object.entries<z.core.$ZodType>(contentTypes[entry.type].localized.shape).flatMap(
    ([name, schema]) => (unwrap(schema) === schema ? [name] : []),
  );
  const outdated = new Map(findOutdated(entry.type, entry).map(({ locale, fields }) => [locale, fields]));
  return languages
    .filter((locale) => locale !== original)
    .map((locale) => {
      const fields = entry.locales[locale] ?? {};
      return {
        locale,
        /** False if nothing is written in it. */
        isBegun: Object.values(fields).some((value) => prune(value) !== undefined),
        /** The required fields that are missing. */
        missing: required.filter((name) => prune(fields[name]) === undefined),
        /** The fields whose original changed after they were translated. */
        outdated: outdated.get(locale) ?? [],
      };
    });
}

/** A space may have more languages than the site. */
export function ForeignLocales({ codes }: { readonly codes: readonly string[] }) {
  const { t, locale } = useWords();
  if (codes.length === 0) return null;
  const names = new Intl.DisplayNames(locale, { type: 'language' });
  const languages = new Intl.ListFormat(locale).format(codes.map((code) => names.of(code) ?? code));
  return (
    <p className="help">{t('Texts in these languages aren’t on the site: {languages}.', { languages })}</p>
  );
}

export function Translations({
  entry,
  languages,
}: {
  readonly entry: RawEntry;
  readonly languages: readonly Locale[];
}) {
  const { t } = useWords();
  const original = findOriginal(entry);
  const states = findTranslations(entry, languages);
  if (original === undefined || states.length === 0) return null;
  const describe = ({ locale: language, isBegun, missing, outdated }: TranslationState) => {
    const about = { language: nameLanguage(t, language), original: nameIn(t, original), n: outdated.length };
    const list = (fields: readonly string[]) =>
      fields.map((field) => nameField(entry.type, field, true, t)).join(', ');
    if (!isBegun) return [t('{language}: not begun', about)];
    const incomplete = t('{language}: missing {fields}', { ...about, fields: list(missing) });
    const fields = list(outdated);
    const older =
      outdated.length === 1
        ? t('{language} is older than {original}: 1 field ({fields})', { ...about, fields })
        : t('{language} is older than {original}: {n} fields ({fields})', { ...about, fields });
    const found = [...(missing.length > 0 ? [incomplete] : []), ...(outdated.length > 0 ? [older] : [])];
    return found.length > 0 ? found : [t('{language}: complete', about)];
  };
  return (
    <section aria-label={t('Translations')}>
      <h2>{t('Translations')}</h2>
      <ul className="findings">
        {states.flatMap(describe).map((line) => (
          <li key={line}>{line}</li>
        ))}
      </ul>
    </section>
  );
}
