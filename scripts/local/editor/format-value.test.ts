import { expect, it } from 'vitest';
import { buildEditorConfig } from './editor-config';
import type { EditorField } from './fields';
import { formatValue } from './format-value';

const fields =
  buildEditorConfig('content').collections.find(({ name }) => name === 'opportunity')?.fields ?? [];
const field = (name: string): EditorField | undefined => fields.find((one) => one.name === name);

it('says a value in the words of the form', () => {
  expect(formatValue(field('status'), 'filled')).toBe('Filled');
  expect(formatValue(field('hours'), { min: 2, max: 4 })).toBe('At least: 2\nAt most: 4');
  expect(formatValue(field('taskTypes'), ['design'])).toBe('Design and multimedia');
  expect(formatValue(undefined, ['a', 'b'])).toBe('a\nb');
  expect(formatValue(undefined, [{ a: 1 }, true])).toBe('a: 1\nYes');
  expect(formatValue(undefined, undefined)).toBe('(empty)');
});
