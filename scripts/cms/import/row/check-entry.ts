/** Checks the entry that a row becomes. */
import { locales, localeTable, type Locale } from '@/i18n/locales';
import { excerpt } from '@/model/characters';
import { entryId } from '@/model/fields/fields';
import { mapEntry } from '@/model/fields/walk';
import { problemFindings, type ProblemFinding } from '@/model/problems';
import type { RawEntry } from '@/model/types/entry';
import { contentTypes } from '@/model/types/types';
import { createLinkResolver } from '@/pipeline/texts/markdown/resolve-link';
import { reviewMarkdown } from '@/pipeline/texts/markdown/review-markdown';
import { validate } from '@/pipeline/check/validate';
import type { RowContext } from './row-context';
import { openStatus } from './row-status';

/**
 * Validates the entry as if it were on the site, whatever its status is. A build would leave out a faulty translation
 * alone. Here it is a fault of the row, which should be corrected in the sheet.
 */
export function checkFields(entry: RawEntry, { type }: RowContext): ProblemFinding[] {
  const status = entry.shared['status'];
  const isHidden = status === 'draft' || status === 'review';
  const shown = isHidden ? { ...entry.shared, status: openStatus[type] } : entry.shared;
  const original = entry.shared['originalLanguage'];
  const originalOnly = Object.entries(entry.locales).filter(([locale]) => locale === original);
  const { problems } = validate({ ...entry, shared: shown, locales: Object.fromEntries(originalOnly) });
  const translations = contentTypes[type].localized.partial();
  return [
    ...problems,
    ...locales.flatMap((locale) => {
      const fields = locale === original ? undefined : entry.locales[locale];
      const { error } = fields ? translations.safeParse(fields) : {};
      return error ? problemFindings(error.issues, fields).map((finding) => ({ ...finding, locale })) : [];
    }),
  ];
}

const resolveLink = createLinkResolver();

/** Finds faulty links of long texts. Only a build can check whether the page of a link exists. */
export function checkLinks(entry: RawEntry): ProblemFinding[] {
  const findings: ProblemFinding[] = [];
  mapEntry(entry, ({ widget }, value, place) => {
    if (widget === 'markdown' && typeof value === 'string') {
      const found = reviewMarkdown(value, resolveLink).findings;
      findings.push(
        ...found.filter(({ code }) => code.startsWith('text-link')).map((one) => ({ ...one, ...place })),
      );
    }
    return value;
  });
  return findings;
}

/** Finds texts in languages that the destination can't store. They would be lost. */
export function checkLanguages(entry: RawEntry, spaceLocales: readonly Locale[]): ProblemFinding[] {
  return locales
    .filter((locale) => entry.locales[locale] && !spaceLocales.includes(locale))
    .map((locale) => ({
      code: 'locale-missing',
      severity: 'blocks',
      locale,
      message: `is a language that the space has no locale for (${localeTable[locale].name})`,
      hint: 'Add the locale in Contentful (Settings → Locales), or leave these texts out.',
    }));
}

export function checkId(id: string, taken: ReadonlySet<string>): ProblemFinding[] {
  if (id === '') return [];
  const base = { severity: 'blocks' as const, field: 'id' };
  if (!entryId.safeParse(id).success) {
    return [
      {
        ...base,
        code: 'id-invalid',
        message: `is “${excerpt(id, 40)}”, which can’t be a file’s name`,
        hint: 'Use 1 to 64 letters, digits, dots, hyphens or underscores, or leave it out.',
      },
    ];
  }
  return taken.has(id)
    ? [
        {
          ...base,
          code: 'id-taken',
          message: `is “${id}”, and there is an entry with that id, which is not overwritten`,
          hint: 'Edit that entry, or give the row another id.',
        },
      ]
    : [];
}
