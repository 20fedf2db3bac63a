import { describe, expect, it } from 'vitest';
import { isSameMarkdown, keepSource } from './markdown-blocks';

const source = '# Wells\n\n* one\n* two\n\nA _small_ text.\nOn two lines.\n\n\nThe end.\n';
const exported = '# Wells\n\n- one\n- two\n\nA *small* text.\nOn two lines.\n\nThe end.\n';

describe('a text of which one block was edited', () => {
  const keep = keepSource(source, exported);

  it('stays as it was without an edit', () => {
    expect(keep(exported)).toBe(source);
  });

  it.each<[what: string, from: string, to: string, expected: string]>([
    ['changed', 'The end.', 'The real end.', source.replace('The end.', 'The real end.')],
    ['taken out', '- one\n- two\n\n', '', source.replace('* one\n* two\n\n', '')],
    [
      'added',
      'The end.',
      'More.\n\nThe end.',
      source.replace('The end.', 'More.\n\nThe end.').replace('\n\n\nMore', '\n\nMore'),
    ],
    ['changed in its way of writing', '- one', '- first', source.replace('* one\n* two', '- first\n- two')],
  ])('keeps all others to the letter (%s)', (_what, from, to, expected) => {
    expect(keep(exported.replace(from, to))).toBe(expected);
  });

  it('keeps equal ones apart that are written in two ways', () => {
    const rules = keepSource('***\n\na\n\n___\n\nb', '---\n\na\n\n---\n\nb');
    expect(rules('---\n\na\n\n---\n\nc')).toBe('***\n\na\n\n___\n\nc');
  });

  it('is taken as it is where an editor made other blocks of it', () => {
    expect(keepSource('a\n\nb', 'a b')('a b c')).toBe('a b c');
  });
});

it.each([
  ['* one\n* two', '- one\n- two', true],
  ['_a_ b', '*a* b', true],
  ['a\nb', 'a b', false],
  ['| a |\n|---|\n| b |', '\\| a |\n\\|---|\n\\| b |', false],
  ['a\n\n![x](y.png)', 'a', false],
])('%j and %j are rendered the same: %s', (one, other, same) => {
  expect(isSameMarkdown(one, other)).toBe(same);
});
