/**
 * Guards for what comes out of storage or a file: anybody may have written it, so that nothing is believed. Each gives
 * the value, or undefined where it isn't what it should be.
 */

/** Longest text that is kept: titles have at most 120 characters, names fewer. */
const maxText = 300;

/** Anything with named fields, not yet looked at. */
export function readRecord(value: unknown): Readonly<Record<string, unknown>> | undefined {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
    ? (value as Readonly<Record<string, unknown>>)
    : undefined;
}

/** A text of 1 to 300 UTF-16 units. */
export function readText(value: unknown): string | undefined {
  return typeof value === 'string' && value !== '' && value.length <= maxText ? value : undefined;
}

/** An entry's id, or an application's: what a file may be called. */
export function readId(value: unknown): string | undefined {
  return typeof value === 'string' && /^[\w.-]{1,64}$/.test(value) ? value : undefined;
}

/** A BCP 47 tag, as far as an attribute needs it: `fr`, `es-419`. */
export function readLanguage(value: unknown): string | undefined {
  return typeof value === 'string' && /^[a-z]{2,3}(?:-[A-Za-z0-9]{2,8}){0,3}$/.test(value)
    ? value
    : undefined;
}

/** A path of this site, and of no other: `/fr/missions/traduire/`, but not `//example.org` or `javascript:…`. */
export function readPath(value: unknown): string | undefined {
  return typeof value === 'string' && /^\/[\w.~%-][\w.~%/-]{0,500}$/.test(value) ? value : undefined;
}

/** An instant in the one form in which they are kept, which sorts as text: `2026-11-25T12:00:00.000Z`. */
export function readInstant(value: unknown): string | undefined {
  if (typeof value !== 'string') return undefined;
  const ms = Date.parse(value);
  return !Number.isNaN(ms) && new Date(ms).toISOString() === value ? value : undefined;
}

/** Texts by name. */
export function readTexts(value: unknown): Readonly<Record<string, string>> | undefined {
  const record = readRecord(value);
  return record && Object.values(record).every((text) => typeof text === 'string')
    ? (Object.fromEntries(Object.entries(record)) as Record<string, string>)
    : undefined;
}
