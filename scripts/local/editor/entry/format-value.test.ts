import { expect, it } from 'vitest';
import { editorTranslator } from '@/i18n/editor';
import { buildEditorConfig } from '../config/editor-config';
import type { EditorField } from '../config/fields';
import { formatValue } from './format-value';

const fields =
  buildEditorConfig('content').collections.find(({ name }) => name === 'opportunity')?.fields ?? [];
const field = (name: string): EditorField | undefined => fields.find((one) => one.name === name);

const t = editorTranslator('en');

it('says a value in the words of the form', () => {
  expect(formatValue(t, field('status'), 'filled')).toBe('Filled');
  expect(formatValue(t, field('hours'), { min: 2, max: 4 })).toBe('At least: 2\nAt most: 4');
  expect(formatValue(t, field('taskTypes'), ['design'])).toBe('Design and multimedia');
  expect(formatValue(t, undefined, ['a', 'b'])).toBe('a\nb');
  expect(formatValue(t, undefined, [{ a: 1 }, true])).toBe('a: 1\nYes');
  expect(formatValue(t, undefined, undefined)).toBe('(empty)');
});
