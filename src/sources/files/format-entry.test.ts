import { rm } from 'node:fs/promises';
import fc from 'fast-check';
import { locales } from '@/i18n/locales';
import { contentTypeNames, type ContentTypeName, type RawEntry, type RawFields } from '@/model/types/entry';
import { anyText as anyCharacters } from '@/model/any-text.fixture';
import { fieldMeta, unwrap } from '@/model/fields/fields';
import { prune } from '@/model/fields/prune';
import { contentTypes } from '@/model/types/types';
import { mapEntry } from '@/model/fields/walk';
import { z } from 'zod';
import { describe, expect, it } from 'vitest';
import { randomRuns } from '@scripts/test/random-runs';
import { temporaryFolder } from '@scripts/test/temporary-folder';
import { createFilesSource } from './files-source';
import { entryFilePath, formatEntry } from './format-entry';
import { formatEntryYaml } from './format-yaml';

describe('writeYaml', () => {
  it('puts languages first, fields in the model’s order, and what it doesn’t know last', () => {
    const fields = {
      note: 'Call back',
      '7': 'lucky',
      closes: { zone: 'Africa/Dakar', date: '2030-03-31' },
      updated: '2026-10-02',
      originalLanguage: 'fr',
      skills: [{ level: 'some', skill: 'editing' }],
      es: { task: 'Traducir.', title: 'Traducir' },
      en: { summary: 'Short.', mood: 'good', title: 'Translate' },
    };
    expect(formatEntryYaml('opportunity', fields)).toBe(`en:
  title: Translate
  summary: Short.
  mood: good
es:
  title: Traducir
  task: |
    Traducir.
originalLanguage: fr
updated: "2026-10-02"
skills:
  - skill: editing
    level: some
closes:
  date: "2030-03-31"
  zone: Africa/Dakar
"7": lucky
note: Call back
`);
  });

  it('writes what programs keep on a line for each language', () => {
    const provenance = {
      translatedFrom: { fr: { title: 'AbC-12', summary: 'x_0009' }, es: { title: '123456' } },
    };
    expect(formatEntryYaml('story', { provenance })).toBe(`provenance:
  translatedFrom:
    fr: { title: AbC-12, summary: x_0009 }
    es: { title: "123456" }
`);
  });

  it('leaves out what holds nothing', () => {
    const fields = {
      en: { title: '', task: ' \n', questions: [''] },
      fr: { title: null },
      updated: undefined,
      causes: [],
      skills: [{ skill: '', level: null }, { skill: 'editing' }],
      closes: { date: '', zone: null },
      featured: false,
      places: 0,
    };
    expect(formatEntryYaml('opportunity', fields)).toBe(
      'skills:\n  - skill: editing\nplaces: 0\nfeatured: false\n',
    );
  });

  it.each([
    ['2026-10-02', '"2026-10-02"'],
    ['011', '"011"'],
    ['no', '"no"'],
    ['-0o17', '"-0o17"'],
    ['Note: read', '"Note: read"'],
    ['*star', '"*star"'],
    ['say "so"', 'say "so"'],
    ['x\u0007', '"x\\a"'],
  ])('writes the text %j as %s', (text, written) => {
    expect(formatEntryYaml('page', { en: { title: text } })).toBe(`en:\n  title: ${written}\n`);
  });

  it('writes Markdown as a block that ends with one line break, with any line ends', () => {
    const body = '\r\n# One\r\n\r\nTwo  \rthree: 4\n\n\n';
    expect(formatEntryYaml('page', { en: { body } })).toBe(
      'en:\n  body: |\n    # One\n\n    Two  \n    three: 4\n',
    );
  });
});

/** Texts that YAML could read differently, and characters that hide or break text. */
const hostile = fc.constantFrom(
  ...['- ', '-', ': ', ':', ' #', '#', '|', '>', '|-', '&a ', '*a', '!t ', '%YAML 1.2', '@', '`', '? ', ', '],
  ...['---', '\n---\n', '\n...\n', '...', '{', '}', '[', ']', '"', "'", '\\', '\\n', '<<', '=', '~', 'null'],
  ...[
    'yes',
    'No',
    'y',
    'true',
    '.inf',
    '.nan',
    '0x1f',
    '0o17',
    '-0o17',
    '011',
    '1_000',
    '12:30',
    '1e3',
    '-0',
    '+1',
  ],
  ...['2026-01-01', '2026-01-01T00:00:00Z', '\n', '\n\n', '\t', '\n\t', '\n ', '   ', '\r', '\r\n', '\n    '],
  ...['\u0000', '\u0007', '\u001b[31m', '\u007f', '\u0085', '\u00a0', '\u00ad', '\u200b', '\u2028', '\u2029'],
  ...['\ufeff', '\ufffd', '\ufffe', '\u202e', '😀', 'é', 'e\u0301', 'नमस्ते', 'سلام', '中文', 'Two words'],
);
const anyText = fc.oneof(
  fc.array(hostile, { minLength: 1, maxLength: 6 }).map((pieces) => pieces.join('')),
  anyCharacters(40),
  fc.lorem({ maxCount: 30 }),
);

/** Any value that a file or a CMS may hold where nothing is known of it. */
const anyValue = fc.oneof(
  anyText,
  fc.integer(),
  fc.boolean(),
  fc.constant(null),
  fc.array(anyText, { maxLength: 3 }),
  fc.dictionary(fc.oneof(anyText, fc.constantFrom('__proto__', 'constructor', '7')), anyText, { maxKeys: 3 }),
);

/** Mostly values of a schema's shape, whose texts may be any. */
function valueOf(schema: z.core.$ZodType): fc.Arbitrary<unknown> {
  const inner = unwrap(schema);
  const fitting = () => {
    if (inner instanceof z.ZodArray) return fc.array(valueOf(inner.element), { maxLength: 3 });
    if (inner instanceof z.ZodObject) return fieldsOf(inner);
    switch (fieldMeta(inner).widget) {
      case 'number':
        return fc.oneof(
          fc.integer(), // Minus zero is read as zero.
          fc.double({ noNaN: true, noDefaultInfinity: true }).map((value) => value + 0),
        );
      case 'flag':
        return fc.boolean();
      case 'media':
        return fc.stringMatching(/^[A-Za-z0-9._-]{1,20}$/);
      default:
        return anyText;
    }
  };
  return fc.oneof({ weight: 9, arbitrary: fitting() }, { weight: 1, arbitrary: anyValue });
}

function fieldsOf(schema: z.ZodObject): fc.Arbitrary<RawFields> {
  const known = fc.record(
    Object.fromEntries(Object.entries(schema.shape).map(([key, field]) => [key, valueOf(field)])),
    { requiredKeys: [] },
  );
  const unknown = fc.dictionary(
    anyText.filter((key) => !Object.hasOwn(schema.shape, key) && !locales.some((locale) => locale === key)),
    anyValue,
    { maxKeys: 2 },
  );
  return fc.tuple(known, unknown).map(([fields, others]) => ({ ...others, ...fields }));
}

function entryOf(type: ContentTypeName): fc.Arbitrary<RawEntry> {
  const { localized, shared } = contentTypes[type];
  return fc.record({
    id: fc.constant('any'),
    type: fc.constant(type),
    locales: fc.record(Object.fromEntries(locales.map((locale) => [locale, fieldsOf(localized)])), {
      requiredKeys: [],
    }),
    shared: fieldsOf(shared),
    origin: fc.constant({ label: 'any' }),
  });
}

/** Every text as `formatEntry` promises it: one kind of line end, whole characters, Markdown with one break at its end. */
function canonical(entry: RawEntry): unknown {
  const everyText = (value: unknown): unknown => {
    if (typeof value === 'string') return value.toWellFormed().replace(/\r\n?/g, '\n');
    if (Array.isArray(value)) return value.map(everyText);
    if (typeof value !== 'object' || value === null) return value;
    return Object.fromEntries(Object.entries(value).map(([key, part]) => [key, everyText(part)]));
  };
  const marked = mapEntry(entry, ({ widget }, value) =>
    widget === 'markdown' && typeof value === 'string' ? `${value.trim()}\n` : value,
  );
  const { locales: byLocale, shared } = marked;
  return everyText({ locales: prune(byLocale) ?? {}, shared: prune(shared) ?? {} });
}

describe('any entry', () => {
  const content = temporaryFolder('all');

  it.each(contentTypeNames)(
    'of the type %s reads as it was written, and is written the same again',
    async (type) => {
      await fc.assert(
        fc.asyncProperty(entryOf(type), async (entry) => {
          const text = formatEntry(entry);
          const file = content.write(entryFilePath(entry), text);
          const { entries, problems } = await createFilesSource(content.at()).read(() => undefined);
          await rm(file);
          expect(problems).toEqual([]);
          const [read] = entries;
          expect(read && { locales: read.locales, shared: read.shared }).toEqual(canonical(entry));
          expect(read && formatEntry(read)).toBe(text);
        }),
        { numRuns: randomRuns(40) },
      );
    },
  );
});
