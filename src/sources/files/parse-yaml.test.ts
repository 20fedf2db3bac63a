import { describe, expect, it, vi } from 'vitest';
import { parseYaml, YamlError } from './parse-yaml';

describe('parseYaml', () => {
  it('prints nothing of its own', () => {
    const warn = vi.spyOn(process, 'emitWarning').mockImplementation(() => undefined);
    expect(parseYaml('? [a, b]\n: c\n')).toEqual({ '[ a, b ]': 'c' });
    expect(warn).not.toHaveBeenCalled();
    warn.mockRestore();
  });

  it('reads values, dates as texts', () => {
    expect(parseYaml('en: {title: A}\nposted: 2026-11-25\nplaces: 2\n')).toEqual({
      en: { title: 'A' },
      posted: '2026-11-25',
      places: 2,
    });
  });

  it.each([
    ['title: "A', 'is not valid YAML: Missing closing "quote at line 1, column 10'],
    ['title: A\ntitle: B', 'is not valid YAML: Map keys must be unique at line 2, column 1'],
    ['{a: 1, "a": 2}', 'is not valid YAML: Map keys must be unique at line 1, column 8'],
    ['1: a\n1: b', 'is not valid YAML: Map keys must be unique at line 2, column 1'],
    [
      'title: A: B',
      'is not valid YAML: Nested mappings are not allowed in compact mappings at line 1, column 8',
    ],
    ['title: !important notice', 'is not valid YAML: Unresolved tag: !important at line 1, column 8'],
    ['<<<<<<< HEAD\ntitle: A\n=======\ntitle: B\n>>>>>>> other', 'is not valid YAML: '],
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
