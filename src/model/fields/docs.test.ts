import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { renderModel } from './docs';
import { contentTypes } from '../types/types';

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

  it('is up to date: else run `npm run docs:model`', () => {
    expect(readFileSync('docs/model.md', 'utf8')).toBe(document);
  });

  it('has every field of every type', () => {
    for (const type of Object.values(contentTypes)) {
      for (const field of [...Object.keys(type.localized.shape), ...Object.keys(type.shared.shape)]) {
        expect(cellsOf(document, type.label, field), `${type.name}.${field}`).toHaveLength(6);
      }
    }
  });

  it('says where, whether, what, within which limits', () => {
    expect(cellsOf(document, 'Opportunity', 'summary').slice(0, 5)).toEqual([
      '`summary`',
      'each language',
      'yes',
      'text',
      'at most 160 characters',
    ]);
    expect(cellsOf(document, 'Opportunity', 'taskTypes').slice(1, 5)).toEqual([
      'shared',
      'yes',
      'list of choice',
      '1 to 3; each one of [task](#task)',
    ]);
    expect(cellsOf(document, 'Opportunity', 'organization')[3]).toBe('link to organization');
  });

  it('shows the parts of groups, and defaults', () => {
    expect(cellsOf(document, 'Opportunity', 'languages[].need').slice(1, 5)).toEqual([
      'shared',
      'no; `required` by default',
      'choice',
      '`required` · `either` · `welcome`',
    ]);
    expect(cellsOf(document, 'Opportunity', 'hours.min').slice(2, 5)).toEqual([
      'yes',
      'number',
      '0.5 to 168',
    ]);
  });

  it('leads to a list of each longer vocabulary', () => {
    const targets = [...document.matchAll(/one of \[\w+\]\(#(\w+)\)/g)].map(([, target]) => target);
    for (const target of new Set(targets)) expect(document).toContain(`\n### ${target}\n`);
    expect(document).toMatch(/### task\n\n`writing` · `translation` · /);
  });
});
