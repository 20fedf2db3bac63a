import { expect, it } from 'vitest';
import { editorConfig } from './config';
import type { EditorField } from './fields';
import { valueText } from './value-text';

const fields = editorConfig('content').collections.find(({ name }) => name === 'opportunity')?.fields ?? [];
const field = (name: string): EditorField | undefined => fields.find((one) => one.name === name);

it('says a value in the words of the form', () => {
  expect(valueText(field('status'), 'filled')).toBe('Filled');
  expect(valueText(field('hours'), { min: 2, max: 4 })).toBe('At least: 2\nAt most: 4');
  expect(valueText(field('taskTypes'), ['design'])).toBe('Design and multimedia');
  expect(valueText(undefined, ['a', 'b'])).toBe('a\nb');
  expect(valueText(undefined, [{ a: 1 }, true])).toBe('a: 1\nYes');
  expect(valueText(undefined, undefined)).toBe('(empty)');
});
