/** The reference of all fields (`docs/model.md`), rendered from the model so that the two can't disagree. */
import { z } from 'zod';
import type { ContentType } from '@/model/fields/define';
import { fieldMeta, unwrap, type Widget } from '@/model/fields/fields';
import { boundsOf, fixedIdsOf } from '@/model/fields/limits';
import { contentTypes } from '@/model/types/types';
import { countries, regions } from '@/model/vocabularies/countries';
import { formatMarkdownTable } from './markdown';

const kinds: Readonly<Record<Widget, string>> = {
  text: 'text',
  lines: 'lines',
  markdown: 'Markdown',
  slug: 'address part',
  number: 'number',
  flag: 'yes or no',
  date: 'date',
  choice: 'choice',
  reference: 'link',
  media: 'picture',
  list: 'list',
  group: 'group',
  internal: 'kept by programs',
};

function kindOf(schema: z.core.$ZodType): string {
  const inner = unwrap(schema);
  const { widget, to } = fieldMeta(inner);
  if (inner instanceof z.ZodArray) return `list of ${kindOf(inner.element)}`;
  if (widget === 'reference') return `link to ${to ?? ''}`;
  if (inner instanceof z.ZodNumber && inner.format?.includes('int')) return 'whole number';
  if (inner instanceof z.ZodURL) return 'web address';
  if (inner instanceof z.ZodEmail) return 'e-mail address';
  return kinds[widget];
}

/** Large numbers with separators; below that they may be years. */
const english = (value: number) => (value < 10_000 ? String(value) : value.toLocaleString('en'));

/** Longest list of ids that stands in a field's own row. */
const shortList = 8;

const listed = (ids: readonly string[]) => ids.map((id) => `\`${id}\``).join(' · ');

function limitsOf(schema: z.core.$ZodType): string {
  const inner = unwrap(schema);
  const { widget, labels } = fieldMeta(inner);
  const { least, most } = boundsOf(inner);
  if (inner instanceof z.ZodArray) {
    const items = least === most ? `${most}` : least > 0 ? `${least} to ${most}` : `at most ${most}`;
    const each = limitsOf(inner.element);
    return each === '' ? items : `${items}; each ${each}`;
  }
  const ids = fixedIdsOf(inner);
  if (ids && ids.length <= shortList) return listed(ids);
  if (widget === 'choice') return `one of [${labels ?? ''}](#${labels?.toLowerCase() ?? ''})`;
  if (widget === 'number') return `${english(least)} to ${english(most)}`;
  if (widget === 'media' || most === Infinity) return '';
  return `at most ${english(most)} characters`;
}

function requiredOf(schema: z.core.$ZodType): string {
  if (schema instanceof z.ZodDefault) {
    const value: unknown = schema.def.defaultValue;
    return Array.isArray(value) || value === false ? 'no' : `no; \`${String(value)}\` by default`;
  }
  return schema instanceof z.ZodOptional ? 'no' : 'yes';
}

/**
 * The rows of a field: its own, then those of the parts of its group or of its list's groups. In the dotted path `[]` stands for
 * each item of a list: `languages[].level`.
 */
function rowsOf(path: string, schema: z.core.$ZodType, where: string): string[][] {
  const inner = unwrap(schema);
  const { help } = fieldMeta(inner);
  const row = [`\`${path}\``, where, requiredOf(schema), kindOf(schema), limitsOf(schema), help];
  const group = inner instanceof z.ZodArray ? inner.element : inner;
  if (!(group instanceof z.ZodObject)) return [row];
  const prefix = group === inner ? path : `${path}[]`;
  const parts = Object.entries(group.shape);
  return [row, ...parts.flatMap(([key, part]) => rowsOf(`${prefix}.${key}`, part, where))];
}

function typeSection({ name, folder, label, help, localized, shared }: ContentType): string {
  const rows = (fields: z.ZodObject, where: string) =>
    Object.entries(fields.shape).flatMap(([key, schema]) => rowsOf(key, schema, where));
  const cells = [
    ['Field', 'Where', 'Required', 'Kind', 'Limits and values', 'Help'],
    ...rows(localized, 'each language'),
    ...rows(shared, 'shared'),
  ];
  return [
    `## ${label}`,
    `Content type \`${name}\`, folder \`${folder}/\`. ${help}`,
    formatMarkdownTable(cells.map((row) => row.map((cell) => cell.replaceAll('|', '\\|')))),
  ].join('\n\n');
}

/** The ids of every longer vocabulary that a schema's choices take, by the vocabulary's name. */
function collectVocabularies(schema: z.core.$ZodType, found: Map<string, readonly string[]>): void {
  const inner = unwrap(schema);
  if (inner instanceof z.ZodArray) return collectVocabularies(inner.element, found);
  if (inner instanceof z.ZodObject) {
    Object.values(inner.shape).forEach((field) => collectVocabularies(field, found));
    return;
  }
  const { labels } = fieldMeta(inner);
  // Countries and regions aren't in the schema as a list: they are told below.
  const ids = fixedIdsOf(inner);
  if (labels !== undefined && ids && ids.length > shortList) found.set(labels, ids);
}

function vocabularySections(): string[] {
  const found = new Map<string, readonly string[]>();
  for (const { localized, shared } of Object.values(contentTypes)) {
    collectVocabularies(localized, found);
    collectVocabularies(shared, found);
  }
  const sections = new Map([...found].map(([name, ids]) => [name, listed(ids)]));
  sections.set(
    'country',
    `Two-letter codes of ISO 3166-1, for the ${countries.length} countries and areas of the UN M49 standard: \`SN\`, \`NP\`, …`,
  );
  sections.set('region', `Codes of the UN M49 standard, \`001\` for the world: ${listed(regions)}`);
  return [...sections]
    .toSorted(([a], [b]) => (a < b ? -1 : 1))
    .map(([name, text]) => `### ${name}\n\n${text}`);
}

const introduction = `# The content model

Every content type with every field. This page is generated from \`src/model\` by \`npm run docs -- model\`; a test fails
when it is out of date, so don't edit it by hand.

- **Where**: fields of _each language_ are written once for each language (\`en\`, \`fr\`, \`es\`); _shared_ ones once for
  the entry.
- **Required**: for a field of each language it means in the language that the entry was first written in
  (\`originalLanguage\`). An entry counts as translated into another language when it has all of these in it. Within a
  group it means: where the group is given.
- **Kind**: a _text_ is one line, _lines_ are plain text, _Markdown_ may have headings, lists, links and tables. A
  _date_ is written \`YYYY-MM-DD\`. A _link_ is another entry's id. A _picture_ is one of the source's pictures. An
  _address part_ has small letters, digits and hyphens. \`name.part\` is a part of a group, \`name[].part\` a part of each
  group in a list.
- An id has 1 to 64 letters, digits, dots, hyphens or underscores.`;

/** The whole document as Markdown, with a line break at its end. */
export function renderModel(): string {
  return `${[
    introduction,
    ...Object.values(contentTypes).map(typeSection),
    '## Vocabularies',
    'The ids that choices take where there are many. What readers see for each is in `src/i18n/strings`, in every language, under the key `<vocabulary>.<id>`; names of languages, countries and regions that aren’t there come from the platform.',
    ...vocabularySections(),
  ].join('\n\n')}\n`;
}
