import { describe, expect, it } from 'vitest';
import { renderModel } from './model-reference';
import { contentTypes } from '@/model/types/types';

/** The cells of the row of a field within the section of a type. */
function cellsOf(document: string, type: string, field: string): string[] {
  const section = document.split('\n## ').find((part) => part.startsWith(`${type}\n`)) ?? '';
  const row = section.split('\n').find((line) => line.startsWith(`| \`${field}\``)) ?? '';
  return row
    .split('|')
    .slice(1, -1)
    .map((cell) => cell.trim());
}

describe('the reference of all fields', () => {
  const document = renderModel();

  it('has every field of every type', () => {
    for (const type of Object.values(contentTypes)) {
      for (const field of [...Object.keys(type.localized.shape), ...Object.keys(type.shared.shape)]) {
        expect(cellsOf(document, type.label, field), `${type.name}.${field}`).toHaveLength(6);
      }
    }
  });

  it.each([
    ['summary', 'each language | yes | text | at most 160 characters'],
    ['taskTypes', 'shared | yes | list of choice | 1 to 3; each one of [task](#task)'],
    ['languages[].need', 'shared | no; `required` by default | choice | `required` · `either` · `welcome`'],
    ['hours.min', 'shared | yes | number | 0.5 to 168'],
  ])('says of %s where, whether, what and within which limits', (field, cells) => {
    expect(cellsOf(document, 'Opportunity', field).slice(1, 5).join(' | ')).toBe(cells);
  });
});
