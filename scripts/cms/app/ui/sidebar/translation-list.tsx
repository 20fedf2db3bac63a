/** How far the open entry is translated, and which texts are in languages that the site doesn't have. */
import type { Locale } from '@/i18n/locales';
import type { RawEntry } from '@/model/types/entry';
import { useWords } from '../language';
import { nameField } from '@/model/fields/field-words';
import { nameIn, nameLanguage } from '@scripts/forms/ui/name-language';
import { findOriginal, findTranslations, type TranslationState } from './translations';

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
