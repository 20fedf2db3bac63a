import { describe, expect, it } from 'vitest';
import { editorTexts, editorTranslator } from '@/i18n/editor';
import { locales } from '@/i18n/locales';
import { z } from 'zod';
import { opportunityChecks } from '../checks/opportunity-checks';
import { rawOpportunity } from '../samples/samples';
import { contentTypes } from '../types/types';
import type { Opportunity } from '../types/opportunity';
import { fieldMeta, unwrap } from './fields';
import { fieldWords, findingWords } from './field-words';

/** The texts that editors read of a field and of its parts. */
function textsOf(schema: z.core.$ZodType): string[] {
  const inner = unwrap(schema);
  const { label, help, widget } = fieldMeta(inner);
  if (widget === 'internal') return [];
  const parts: z.core.$ZodType[] =
    inner instanceof z.ZodArray
      ? [inner.element]
      : inner instanceof z.ZodObject
        ? Object.values(inner.shape)
        : [];
  return [label, help, ...parts.flatMap(textsOf)];
}

const modelTexts = Object.values(contentTypes).flatMap(({ label, help, localized, shared }) => [
  label,
  help,
  ...[localized, shared].flatMap(({ shape }) => Object.values<z.core.$ZodType>(shape).flatMap(textsOf)),
]);

describe('the words of fields', () => {
  it.each(locales.filter((locale) => locale !== 'en'))(
    'are there for every field of the model: else add them to src/i18n/editor (%s)',
    (locale) => {
      const texts = editorTexts(locale);
      expect([...new Set(modelTexts)].filter((text) => texts[text] === undefined)).toEqual([]);
    },
  );

  it('can differ for two fields with one English label', () => {
    const t = editorTranslator('fr');
    const { entries } = contentTypes.synonyms.localized.shape;
    const { quotes } = contentTypes.campaign.localized.shape;
    const word = (schema: z.core.$ZodType, name: string) =>
      (unwrap(schema) as z.ZodArray<z.ZodObject>).element.shape[name] as z.ZodType;
    expect(fieldWords(t, 'campaign.quotes.text', word(quotes, 'text')).label).toBe('Propos');
    expect(fieldWords(t, 'synonyms.entries.words', word(entries, 'words')).label).toBe('Mots');
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
  const findings = opportunityChecks.flatMap((check) => check.run(faulty));

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
