/**
 * Joins the fields that Contentful stores apart to the values of the model, and splits them again. Both work on fields
 * keyed by locale.
 */
import type { ContentTypeName, RawFields } from '@/model/types/entry';
import { isRecord } from '@/model/json';
import { listStoredFields } from './stored-fields';

type Values = Record<string, unknown>;

/** The values of each field by locale code. */
type KeyedFields = Readonly<Record<string, RawFields>>;

/** Turns values by field and locale code into values by code and field, or back. */
function transpose(table: KeyedFields): KeyedFields {
  const turned = new Map<string, Map<string, unknown>>();
  for (const [row, cells] of Object.entries(table)) {
    for (const [column, cell] of Object.entries(cells)) {
      const values = turned.get(column) ?? new Map<string, unknown>();
      turned.set(column, values.set(row, cell));
    }
  }
  return Object.fromEntries([...turned].map(([column, values]) => [column, Object.fromEntries(values)]));
}

/** Undefined for what stands for nothing: an absent part of a group, or one that an editor has cleared. */
const readValue = (value: unknown) => (value === null || value === '' ? undefined : value);

/** The stored fields that have a part of a value, and the one that has several. */
function listApart(type: ContentTypeName) {
  const places = listStoredFields(type).map(({ id, place }) => ({ id, ...place }));
  return {
    parts: places.filter((place) => place.kind === 'part'),
    flags: places.filter((place) => place.kind === 'flags'),
  };
}

const listOf = (value: unknown): unknown[] => (Array.isArray(value) ? value : []);

/** Joins the values in one locale. */
function joinValues({ parts, flags }: ReturnType<typeof listApart>, stored: RawFields): RawFields {
  const joined: Values = { ...stored };
  for (const { id, group, part } of parts) {
    const value = readValue(stored[id]);
    Reflect.deleteProperty(joined, id);
    const others = isRecord(joined[group]) ? joined[group] : {};
    if (value !== undefined) joined[group] = { ...others, [part]: value };
  }
  for (const { id, names } of flags) {
    const set = listOf(stored[id]);
    // The model has no field for these. They stay in the list, and are reported as a field that isn’t read.
    const unknown = set.filter((name) => !names.includes(String(name)));
    if (unknown.length > 0) joined[id] = unknown;
    else Reflect.deleteProperty(joined, id);
    for (const name of names) {
      if (set.includes(name)) joined[name] = true;
      else if (joined[name] === false) Reflect.deleteProperty(joined, name);
    }
  }
  return joined;
}

/** Splits the values in one locale. One that isn't what the model expects stays, so that nothing of it is lost. */
function splitValues({ parts, flags }: ReturnType<typeof listApart>, joined: RawFields): RawFields {
  const split: Values = { ...joined };
  for (const [group, own] of Map.groupBy(parts, (part) => part.group)) {
    const value = joined[group] ?? {};
    if (!isRecord(value) || Object.keys(value).some((key) => own.every(({ part }) => part !== key))) continue;
    Reflect.deleteProperty(split, group);
    for (const { id, part } of own) {
      const found = readValue(value[part]);
      if (found !== undefined) split[id] = found;
    }
  }
  for (const { id, names } of flags) {
    const set = [...names.filter((name) => joined[name] === true), ...listOf(joined[id])];
    if (set.length > 0) split[id] = set;
    for (const name of names)
      if (typeof (joined[name] ?? false) === 'boolean') Reflect.deleteProperty(split, name);
  }
  return split;
}

const mapValues = (fields: KeyedFields, map: (values: RawFields) => RawFields) =>
  Object.fromEntries(Object.entries(fields).map(([code, values]) => [code, map(values)]));

/**
 * Returns the values of the model's fields by locale code. Of flags that share a field only those that are set are
 * returned: off is what absence means. Other fields stay. One that isn't keyed by locale is read as the default locale's.
 */
export function joinByCode(type: ContentTypeName, fields: RawFields, defaultCode: string): KeyedFields {
  const apart = listApart(type);
  const keyed = mapValues(fields as KeyedFields, (value) =>
    isRecord(value) ? value : { [defaultCode]: value },
  );
  return mapValues(transpose(keyed), (values) => joinValues(apart, values));
}

/** Returns the fields with a value for each field of the model, as `joinByCode` does. */
export const joinFields = (type: ContentTypeName, fields: RawFields, defaultCode: string): KeyedFields =>
  transpose(joinByCode(type, fields, defaultCode));

/** Returns the fields as Contentful stores them. */
export function splitFields(type: ContentTypeName, fields: KeyedFields): KeyedFields {
  const apart = listApart(type);
  return transpose(mapValues(transpose(fields), (values) => splitValues(apart, values)));
}
