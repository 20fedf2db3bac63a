import { describe, expect, it } from 'vitest';
import { createEditorTranslate } from '@/i18n/create-editor-translate';
import { editorTranslator } from '@/i18n/editor';
import en from '@/i18n/editor/fields.en.json' with { type: 'json' };
import es from '@/i18n/editor/fields.es.json' with { type: 'json' };
import fr from '@/i18n/editor/fields.fr.json' with { type: 'json' };
import { locales } from '@/i18n/locales';
import { z } from 'zod';
import { runChecks } from '../checks/checks';
import { rawOpportunity } from '../samples.fixture';
import { contentTypes, type Opportunity } from '../types/types';
import { fieldMeta, unwrap } from './fields';
import { maxHoursPerWeek } from '../vocabularies/bands';
import { fieldWords, findingWords, typeWords } from './field-words';

/** The keys of a field and of its parts. */
function keysOf(schema: z.core.$ZodType): string[] {
  const inner = unwrap(schema);
  const { key } = fieldMeta(inner);
  const parts: z.core.$ZodType[] =
    inner instanceof z.ZodArray
      ? [inner.element]
      : inner instanceof z.ZodObject
        ? Object.values(inner.shape)
        : [];
  return [key, ...parts.flatMap(keysOf)];
}

const keys = Object.values(contentTypes).flatMap(({ name, localized, shared }) => [
  name,
  ...[localized, shared].flatMap(({ shape }) => Object.values<z.core.$ZodType>(shape).flatMap(keysOf)),
]);
const expected = [...new Set(keys)].flatMap((key) => [`${key}.label`, `${key}.help`]).toSorted();

describe('the words of fields', () => {
  it.each(Object.entries({ en, es, fr }))(
    'are there for every field of the model, and for no other: src/i18n/editor/fields.%s.json',
    (_locale, texts) => {
      expect(Object.keys(texts).toSorted()).toEqual(expected);
    },
  );

  it('state the limit of hours', () => {
    for (const texts of [en, es, fr])
      expect(texts['opportunity.hours.max.help']).toContain(String(maxHoursPerWeek));
  });

  it('are English in a language without any', () => {
    const { title } = contentTypes.opportunity.localized.shape;
    expect(fieldWords(createEditorTranslate('fr', {}), title).label).toBe('Title');
    expect(typeWords(editorTranslator('fr'), 'story').label).toBe('Récit');
  });
});

describe('the words of findings', () => {
  const faulty = rawOpportunity(
    'a',
    {
      hours: { min: 30, max: 25 },
      length: { kind: 'weeks', weeks: 99 },
      posted: '2026-02-01',
      closes: { date: '2026-01-01', zone: 'UTC' },
      applyBy: 'email',
      languages: [
        { language: 'fr', level: 'good', need: 'either' },
        { language: 'fr', level: 'good', need: 'welcome' },
      ],
    },
    { fr: { ...rawOpportunity('a').locales.en, title: 'Assistant de collecte : lever des fonds' } },
  ) as unknown as Opportunity;
  const { findings } = runChecks(faulty);

  it('are in the editor’s language', () => {
    expect(findings.length).toBeGreaterThan(7);
    for (const locale of locales.filter((one) => one !== 'en')) {
      const t = editorTranslator(locale);
      for (const { message, hint } of findings) {
        expect(t.filled(message), `${locale}: ${message}`).not.toBe(message);
        expect(t.filled(hint), `${locale}: ${hint}`).not.toBe(hint);
      }
    }
  });

  it('are a sentence with the field’s name', () => {
    const finding = { message: 'is missing', hint: 'Fill it in.' };
    expect(findingWords(editorTranslator('en'), 'Summary', finding)).toBe('Summary is missing. Fill it in.');
    expect(findingWords(editorTranslator('es'), 'Resumen', finding)).toBe(
      'Resumen: este campo está vacío. Complétalo.',
    );
  });
});
