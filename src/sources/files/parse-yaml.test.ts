import { describe, expect, it } from 'vitest';
import { parseYaml, YamlError } from './parse-yaml';

describe('parseYaml', () => {
  it('reads values, dates as texts', () => {
    expect(parseYaml('en: {title: A}\nposted: 2026-11-25\nplaces: 2\n')).toEqual({
      en: { title: 'A' },
      posted: '2026-11-25',
      places: 2,
    });
  });

  it('reads no field as the rest of a text in quotes that doesn’t end', () => {
    expect(() => parseYaml('title: "A\nsummary: B"\n')).toThrow('at line 2');
  });

  it.each([
    [
      'title: "A',
      'is not valid YAML at line 2, column 1: quotes or brackets that begin before this line are never closed',
    ],
    ['title: A\ntitle: B', 'is not valid YAML at line 2, column 1: this name is there already'],
    ['{a: 1, "a": 2}', 'is not valid YAML at line 1, column 8: this name is there already'],
    ['1: a\n1: b', 'is not valid YAML at line 2, column 1: this name is there already'],
    [
      'title: A: B',
      'is not valid YAML at line 1, column 9: this line begins too far right or left, or its text needs quotes',
    ],
    ['title: !important notice', 'has a text that begins with ! outside of quotes: !important notice'],
    ['title: !!more', 'has a text that begins with ! outside of quotes: !!more'],
    ['en: {title: "A', 'is not valid YAML at line '],
    ['<<<<<<< HEAD\ntitle: A\n=======\ntitle: B\n>>>>>>> other', 'is not valid YAML at line '],
    ['title: *new*', 'has a text that begins with * outside of quotes: *new*'],
    ['title: &Friends wanted', 'has a text that begins with & outside of quotes: &Friends wanted'],
    ['title: &Friends', 'has a text that begins with & outside of quotes: &Friends'],
    ['a: &b [c]', 'has a text that begins with & outside of quotes: &b'],
    ['title: A\n---\ntitle: B', 'has a line --- between two parts, of which one would be lost'],
  ])('refuses %s', (source, message) => {
    expect(() => parseYaml(source)).toThrow(YamlError);
    expect(() => parseYaml(source)).toThrow(message);
  });
});
