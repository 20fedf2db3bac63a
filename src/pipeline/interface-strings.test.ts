import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { temporaryFolder } from '@scripts/test/temporary-folder';
import { locales } from '@/i18n/locales';
import { overrideStrings, strings } from '@/i18n/strings';
import { translator } from '@/i18n/translate';
import { assertStrings, readStringOverrides } from './interface-strings';
import { OperatorError } from '@/model/operator-error';

it('accepts languages with every string', () => {
  expect(() => assertStrings(locales)).not.toThrow();
});

it('refuses a language without a file, and one that lacks a string, and names it', () => {
  const { skip, ...rest } = strings.fr;
  expect(skip).not.toBe('');
  expect(() => assertStrings(['en', 'fr'], { en: strings.en })).toThrow(OperatorError);
  expect(() => assertStrings(['en', 'fr'], { en: strings.en, fr: rest })).toThrow(
    'src/i18n/strings/fr.json lacks 1 string, the first “skip”.',
  );
});

describe('strings of the content', () => {
  const content = temporaryFolder();
  const lines: string[] = [];
  const give = (name: string, text: string) => content.write(`i18n/${name}`, text);
  const read = () => readStringOverrides(content.at(), (line) => lines.push(line));

  beforeEach(() => {
    lines.length = 0;
  });
  afterEach(() => overrideStrings({}));

  it('take the place of single ones, in their language alone, until others do', () => {
    give('fr.json', '{"nav.search": "Chercher"}');
    const before = translator('fr')('nav.saved');
    overrideStrings(read());
    expect(translator('fr')('nav.search')).toBe('Chercher');
    expect(translator('fr')('nav.saved')).toBe(before);
    expect(translator('en')('nav.search')).not.toBe('Chercher');
    overrideStrings({});
    expect(translator('fr')('nav.search')).not.toBe('Chercher');
  });

  it('are none without a folder', () => {
    expect(readStringOverrides(content.at('elsewhere'), () => undefined)).toEqual({});
  });

  it('are ignored where the program has no such string, and named', () => {
    give('en.json', '{"nav.nothing": "X", "nav.search": "Find"}');
    expect(read()).toEqual({ en: { 'nav.search': 'Find' } });
    expect(lines.join()).toContain('“nav.nothing”');
  });

  it.each([
    ['en.json', '{"nav.search": ""}', '“nav.search” isn’t a text'],
    ['en.json', '{"title.page": "Page"}', 'Keep {page} and {title}'],
    ['en.json', '{"nav.search": "Find {n}"}', 'Leave out what stands in braces'],
    ['en.json', '{"section.search": "Où?"}', 'stands in addresses'],
    ['en.json', '["nav.search"]', 'isn’t a JSON object'],
    ['en.json', '{"nav.search": ', "can't be read"],
    ['de.json', '{}', 'isn’t for a language of the program'],
  ])('are refused: %s with %s', (name, text, message) => {
    give(name, text);
    expect(read).toThrow(OperatorError);
    expect(read).toThrow(message);
  });
});
