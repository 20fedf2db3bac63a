import { describe, expect, it } from 'vitest';
import {
  findOutdated,
  markTranslated,
  recordTranslations,
  sourceHash,
  translatedFields,
  type TranslatedEntry,
} from './translation-age';

const entry = (
  en: Readonly<Record<string, unknown>>,
  fr: Readonly<Record<string, unknown>>,
  shared: Readonly<Record<string, unknown>> = {},
): TranslatedEntry => ({ locales: { en, fr }, shared: { originalLanguage: 'en', ...shared } });

const hashesOf = ({ shared }: TranslatedEntry) =>
  (shared['provenance'] as { translatedFrom?: Record<string, Record<string, string>> } | undefined)
    ?.translatedFrom;

const written = { title: 'Translate ten pages', summary: 'For a clinic.' };
const translated = { title: 'Traduire dix pages', summary: 'Pour un dispensaire.' };

it('the fields that are translated are texts and lists of them, not addresses', () => {
  expect(translatedFields('opportunity')).toEqual(
    expect.arrayContaining(['title', 'summary', 'task', 'questions', 'attachment']),
  );
  expect(translatedFields('opportunity')).not.toEqual(expect.arrayContaining(['slug']));
  expect(translatedFields('opportunity')).not.toEqual(expect.arrayContaining(['formerSlugs']));
});

it('the hash of a text is the same for what readers can’t tell apart', () => {
  expect(sourceHash('Cafe\u0301\r\nfort ')).toBe(sourceHash('Café\nfort'));
  expect(sourceHash([{ b: 1, a: ' x' }])).toBe(sourceHash([{ a: 'x', b: 1 }]));
  expect(sourceHash('Translate')).not.toBe(sourceHash('Translate!'));
});

describe('a save', () => {
  const saved = recordTranslations('opportunity', undefined, entry(written, translated));

  it('keeps with a new translation what it was translated from', () => {
    expect(hashesOf(saved)).toEqual({
      fr: { title: sourceHash(written.title), summary: sourceHash(written.summary) },
    });
    expect(findOutdated('opportunity', saved)).toEqual([]);
  });

  it('of the original alone leaves the translation older', () => {
    const next = { ...saved, locales: { ...saved.locales, en: { ...written, title: 'Translate 12 pages' } } };
    const after = recordTranslations('opportunity', saved, next);
    expect(hashesOf(after)).toEqual(hashesOf(saved));
    expect(findOutdated('opportunity', after)).toEqual([{ locale: 'fr', fields: ['title'] }]);
  });

  it('of the translation makes that field current, and no other', () => {
    const older = { ...saved, locales: { ...saved.locales, en: { title: 'Two', summary: 'Three' } } };
    const fixed = { ...older, locales: { ...older.locales, fr: { ...translated, title: 'Deux' } } };
    const after = recordTranslations('opportunity', older, fixed);
    expect(findOutdated('opportunity', after)).toEqual([{ locale: 'fr', fields: ['summary'] }]);
  });

  it('of the original knows the age of a translation that had none', () => {
    const before = entry(written, translated);
    const after = recordTranslations('opportunity', before, entry({ ...written, title: 'New' }, translated));
    expect(hashesOf(after)).toEqual({ fr: { title: sourceHash(written.title) } });
    expect(findOutdated('opportunity', after)).toEqual([{ locale: 'fr', fields: ['title'] }]);
  });

  it('of an original that was written after its translation takes the translation for current', () => {
    const before = entry({ title: written.title }, translated);
    const after = recordTranslations('opportunity', before, entry(written, translated));
    expect(hashesOf(after)).toBeUndefined();
    expect(findOutdated('opportunity', after)).toEqual([]);
  });

  it('without a change adds nothing, and drops what belongs to no text', () => {
    const before = entry(written, translated);
    expect(recordTranslations('opportunity', before, before)).toEqual(before);
    const importedFrom = { source: 'a.csv', row: '7', date: '2026-11-28' };
    const imported = entry(written, translated, { provenance: { importedFrom } });
    const { shared } = recordTranslations('opportunity', undefined, imported);
    expect(shared['provenance']).toMatchObject({ importedFrom, translatedFrom: { fr: {} } });
    const cleared = recordTranslations('opportunity', saved, {
      ...saved,
      locales: { ...saved.locales, fr: { title: translated.title } },
    });
    expect(hashesOf(cleared)).toEqual({ fr: { title: sourceHash(written.title) } });
    const gone = recordTranslations('opportunity', saved, { ...saved, locales: { en: written } });
    expect(gone.shared).toEqual({ originalLanguage: 'en' });
  });
});

it('marks the translations into one language, or all, as up to date', () => {
  const es = { title: 'Traducir' };
  const all = { ...entry(written, translated), locales: { en: written, fr: translated, es } };
  expect(Object.keys(hashesOf(markTranslated('story', all, 'es')) ?? {})).toEqual(['es']);
  const changed = { ...all, locales: { ...all.locales, en: { title: 'Other' } } };
  const old = recordTranslations('story', all, changed);
  const outdated = (one: TranslatedEntry) => findOutdated('story', one).map(({ locale }) => locale);
  expect(outdated(old)).toHaveLength(2);
  expect(outdated(markTranslated('story', old, 'fr'))).toEqual(['es']);
  expect(outdated(markTranslated('story', old))).toEqual([]);
});
