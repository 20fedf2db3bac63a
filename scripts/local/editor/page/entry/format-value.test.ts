import { expect, it } from 'vitest';
import { editorTranslator } from '@/i18n/editor';
import { describeForms } from '@scripts/forms/describe/describe-forms';
import { formatValue } from './format-value';

const { types, vocabularies } = describeForms('en', '2026-11-28');
const format = (name: string, value: unknown) =>
  formatValue(
    { t: editorTranslator('en'), vocabularies },
    types.opportunity.fields.find((field) => field.name === name)?.control,
    value,
  );

it.each([
  ['status', 'filled', 'Filled'],
  ['certificate', true, 'Yes'],
  ['taskTypes', ['translation'], 'Translation'],
  ['hours', { min: 1, max: 3 }, 'At least: 1\nAt most: 3'],
  ['applyUrl', undefined, '(empty)'],
])('%s is told in words', (name, value, text) => {
  expect(format(name, value)).toBe(text);
});
