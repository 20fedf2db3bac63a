/** What of a row can become a draft: the values that could be read. */
import { unwrap } from '@/model/fields/fields';
import { idsOf } from '@/model/fields/limits';
import { isLocale } from '@/i18n/locales';
import type { ProblemFinding } from '@/model/problems';
import type { RawEntry } from '@/model/types/entry';
import { contentTypes } from '@/model/types/types';
import { z } from 'zod';
import { getImportFields, type ImportField } from '../import-fields';
import { isImportType } from '../import-types';

/** Faults with which a row can't even be a draft. */
const hindering = new Set([
  ...['row-faulty', 'row-repeated', 'title-repeated', 'id-invalid', 'id-taken', 'locale-missing'],
  ...['language-unknown', 'entry-too-large'],
]);

/**
 * True for a fault with which no draft can be made of a row: it needs a title and a language. The organization of a message of a
 * form (without `source`) must be there first.
 */
export function hindersDraft(
  { code, field }: ProblemFinding,
  { type, locales, shared }: RawEntry,
  source: string | undefined,
): boolean {
  const { title } = contentTypes[type];
  const original = shared['originalLanguage'];
  const hasTitle = isLocale(original) && typeof locales[original]?.[title] === 'string';
  const isUnknown = source === undefined && code === 'link-dead' && field === 'organization';
  return hindering.has(code) || isUnknown || (!hasTitle && (field === undefined || field === title));
}

/** Texts stay as they are, whatever is wrong with them: an editor sees them in the form. */
const isText = ({ meta: { widget } }: ImportField) => ['text', 'lines', 'markdown'].includes(widget);

type Fields = Readonly<Record<string, unknown>>;

const isFields = (value: unknown): value is Fields =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/**
 * Takes the words at a place out of a value: where a form has a number, a day or a choice they can't be shown. A place without
 * the number of an item stands for all of them.
 */
function takeOut(value: unknown, path: readonly string[], isReadable: (value: unknown) => boolean): unknown {
  const [key, ...rest] = path;
  if (Array.isArray(value)) {
    const isOne = key !== undefined && /^\d+$/.test(key);
    return value.map((item: unknown, index) =>
      isOne && String(index) !== key ? item : takeOut(item, isOne ? rest : path, isReadable),
    );
  }
  if (key === undefined) return isReadable(value) ? value : undefined;
  if (!isFields(value) || !Object.hasOwn(value, key)) return value;
  return { ...value, [key]: takeOut(value[key], rest, isReadable) };
}

/** Without what is empty then: a choice without its term, a group without parts. */
function prune(value: unknown): unknown {
  if (Array.isArray(value)) {
    const items = value.map(prune).filter((item) => item !== undefined);
    return items.length > 0 ? items : undefined;
  }
  if (!isFields(value)) return value;
  const parts = Object.entries(value).flatMap(([key, part]) => {
    const kept = prune(part);
    return kept === undefined ? [] : [[key, kept] as const];
  });
  return parts.length > 0 ? Object.fromEntries(parts) : undefined;
}

/** Returns an entry without the values that findings say can't be read. They stay in the findings, word by word. */
export function readablePart(entry: RawEntry, findings: readonly ProblemFinding[]): RawEntry {
  const { type } = entry;
  if (!isImportType(type)) return entry;
  const known = getImportFields(type);
  const changed = new Map<string, unknown>();
  for (const { field = '', locale, severity } of findings) {
    if (severity !== 'blocks' || locale !== undefined || field === '') continue;
    const path = field.split('.');
    const named = known.get(path.filter((part) => !/^\d+$/.test(part)).join('.'));
    if (!named || isText(named)) continue;
    const ids = idsOf(choiceOf(named.schema));
    // A number or a group that is wrong can be shown; words in its place can't.
    const isReadable = (value: unknown) => typeof value !== 'string' || ids?.includes(value) === true;
    const [first = '', ...rest] = path;
    changed.set(first, takeOut(changed.get(first) ?? entry.shared[first], rest, isReadable));
  }
  if (changed.size === 0) return entry;
  const shared = Object.entries(entry.shared).flatMap(([name, value]) => {
    const kept = changed.has(name) ? prune(changed.get(name)) : value;
    return kept === undefined ? [] : [[name, kept] as const];
  });
  return { ...entry, shared: Object.fromEntries(shared) };
}

/** The schema of a choice, or of the items of a list of choices. */
function choiceOf(schema: z.core.$ZodType): z.core.$ZodType {
  const inner = unwrap(schema);
  return inner instanceof z.ZodArray ? unwrap(inner.element as z.core.$ZodType) : inner;
}
