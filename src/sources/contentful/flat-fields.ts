/**
 * Joins the fields that Contentful stores apart to the values of the model, and splits them again. Both work on fields
 * keyed by locale.
 */
import type { ContentTypeName, RawFields } from '@/model/types/entry';
import { isRecord } from './json';
import { listStoredFields, type StoredField } from './stored-fields';

type Values = Record<string, unknown>;

/** The values of each field by locale code. */
type KeyedFields = Readonly<Record<string, RawFields>>;

/** Undefined for what stands for nothing: an absent part of a group, or one that an editor has cleared. */
const readValue = (value: unknown) => (value === null || value === '' ? undefined : value);

/** Returns a field's values by locale code. One that isn't keyed by locale is read as the default locale's. */
function keyByLocale(value: unknown, defaultCode: string): RawFields {
  return isRecord(value) ? value : { [defaultCode]: value };
}

/** Returns the model's values of one stored value, by name; a part as the only one of its group. */
function openValue({ place, id }: StoredField, value: unknown): RawFields {
  switch (place.kind) {
    case 'field':
      return { [id]: value };
    case 'part':
      return { [place.group]: { [place.part]: value } };
    case 'flags': {
      const names = Array.isArray(value) ? value.map(String) : [];
      const unknown = names.filter((name) => !place.names.includes(name));
      return {
        ...Object.fromEntries(place.names.flatMap((name) => (names.includes(name) ? [[name, true]] : []))),
        // The model has no field for these. They stay in the list, and are reported as a field that isn’t read.
        ...(unknown.length > 0 && { [id]: unknown }),
      };
    }
  }
}

/** Returns the names of the model's fields that a stored field has values of. */
function namesIn({ place, id }: StoredField): readonly string[] {
  switch (place.kind) {
    case 'field':
      return [id];
    case 'part':
      return [place.group];
    case 'flags':
      return place.names;
  }
}

/** True for a field that has a part of a value, or several values. */
const isApart = ({ place }: StoredField) => place.kind !== 'field';

/**
 * Returns the fields with a value for each field of the model. Of flags that share a field only those that are set are
 * returned: off is what absence means. Other fields stay.
 */
export function joinFields(type: ContentTypeName, fields: RawFields, defaultCode: string): RawFields {
  const apart = listStoredFields(type).filter(isApart);
  const own = new Set(apart.map(({ id }) => id));
  const joined: Record<string, unknown> = Object.fromEntries(
    Object.entries(fields).filter(([id]) => !own.has(id)),
  );
  const added = new Map<string, Values>();
  for (const field of apart) {
    if (!Object.hasOwn(fields, field.id)) continue;
    for (const [code, stored] of Object.entries(keyByLocale(fields[field.id], defaultCode))) {
      const value = readValue(stored);
      if (value === undefined) continue;
      for (const [name, part] of Object.entries(openValue(field, value))) {
        const values = added.get(name) ?? {};
        const before = values[code];
        values[code] = isRecord(before) && isRecord(part) ? { ...before, ...part } : part;
        added.set(name, values);
      }
    }
  }
  for (const [name, values] of added) joined[name] = values;
  for (const name of apart.flatMap((field) => (field.place.kind === 'flags' ? field.place.names : [])))
    for (const [code, value] of Object.entries(isRecord(joined[name]) ? joined[name] : {}))
      if (value === false) omitValue(joined, name, code);
  return joined;
}

function omitValue(fields: Values, name: string, code: string): void {
  const values = fields[name];
  if (!isRecord(values)) return;
  const rest = Object.fromEntries(Object.entries(values).filter(([key]) => key !== code));
  if (Object.keys(rest).length > 0) fields[name] = rest;
  else Reflect.deleteProperty(fields, name);
}

/** Returns what a stored field has of the model's values in one locale; undefined if that is nothing. */
function pickValue({ place, id }: StoredField, values: RawFields): unknown {
  switch (place.kind) {
    case 'field':
      return values[id];
    case 'part': {
      const group = values[place.group];
      return isRecord(group) ? readValue(group[place.part]) : undefined;
    }
    case 'flags': {
      const unknown = Array.isArray(values[id]) ? (values[id] as unknown[]) : [];
      const set = [...place.names.filter((name) => values[name] === true), ...unknown];
      return set.length > 0 ? set : undefined;
    }
  }
}

/** True for a value that can be stored apart without loss: a group of known parts, or a flag. */
function canSplit(fields: readonly StoredField[], value: unknown): boolean {
  const parts = fields.flatMap(({ place }) => (place.kind === 'part' ? [place.part] : []));
  if (value === undefined || value === null) return true;
  if (parts.length === 0) return typeof value === 'boolean';
  return isRecord(value) && Object.keys(value).every((key) => parts.includes(key));
}

/**
 * Returns the fields as Contentful stores them. A value that isn't what the model expects stays joined, so that nothing
 * of it is lost.
 */
export function splitFields(type: ContentTypeName, fields: KeyedFields): KeyedFields {
  const apart = listStoredFields(type).filter(isApart);
  const split: Record<string, Values> = Object.fromEntries(
    Object.entries(fields).map(([id, values]) => [id, { ...values }]),
  );
  for (const name of new Set(apart.flatMap(namesIn))) {
    const holders = apart.filter((field) => namesIn(field).includes(name));
    for (const [code, value] of Object.entries(fields[name] ?? {})) {
      if (!canSplit(holders, value)) continue;
      for (const holder of holders) {
        const names = [...namesIn(holder), holder.id];
        const inLocale = Object.fromEntries(names.map((one) => [one, fields[one]?.[code]]));
        const picked = pickValue(holder, inLocale);
        if (picked !== undefined) (split[holder.id] ??= {})[code] = picked;
      }
      omitValue(split, name, code);
    }
  }
  return split;
}
