/**
 * Guards for values from storage or a file: they may come from anywhere, so nothing is trusted. Each returns the value,
 * or undefined if it isn't valid.
 */

/** Accepts any object; its fields are still unchecked. */
export function readObject(value: unknown): Readonly<Record<string, unknown>> | undefined {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
    ? (value as Readonly<Record<string, unknown>>)
    : undefined;
}

type Reader<T> = (value: unknown) => T | undefined;

type Fields<Readers> = {
  readonly [Name in keyof Readers]: Readers[Name] extends Reader<infer T> ? T : never;
};

type OptionalFields<Readers> = {
  readonly [Name in keyof Readers]?: (Readers[Name] extends Reader<infer T> ? T : never) | undefined;
};

/** What a reader returns. */
export type ReadValue<R extends Reader<unknown>> = NonNullable<ReturnType<R>>;

/** Accepts an object with all of these fields, and keeps optional ones that are valid; no others. */
export function readFields<
  Needed extends Readonly<Record<string, Reader<unknown>>>,
  Optional extends Readonly<Record<string, Reader<unknown>>> = Readonly<Record<never, never>>,
>(
  value: unknown,
  needed: Needed,
  optional = {} as Optional,
): (Fields<Needed> & OptionalFields<Optional>) | undefined {
  const record = readObject(value);
  if (!record) return undefined;
  const read = (readers: Needed | Optional) =>
    Object.entries(readers)
      .map(([name, reader]) => [name, reader(record[name])] as const)
      .filter(([, field]) => field !== undefined);
  const found = read(needed);
  if (found.length < Object.keys(needed).length) return undefined;
  return Object.fromEntries([...found, ...read(optional)]) as Fields<Needed> & OptionalFields<Optional>;
}

/** Makes a guard of texts of this form. */
export const readMatching = (form: RegExp) => (value: unknown) =>
  typeof value === 'string' && form.test(value) ? value : undefined;

/** Accepts a text of 1 to 300 UTF-16 units: titles have at most 120 characters, names fewer. */
export const readShortText = readMatching(/^[^]{1,300}$/);

/** Accepts the id of an entry or a submission: a valid file name. */
export const readId = readMatching(/^[\w.-]{1,64}$/);

/** Accepts a BCP 47 tag, as far as an attribute needs it: `fr`, `es-419`. */
export const readLanguage = readMatching(/^[a-z]{2,3}(?:-[A-Za-z0-9]{2,8}){0,3}$/);

/** Accepts a path of this site only: `/fr/missions/traduire/`, but not `//example.org` or `javascript:…`. */
export const readPath = readMatching(/^\/[\w.~%-][\w.~%/-]{0,500}$/);

/** Accepts an instant in the one stored format, which sorts as text: `2026-11-25T12:00:00.000Z`. */
export function readInstant(value: unknown): string | undefined {
  const ms = typeof value === 'string' ? Date.parse(value) : NaN;
  return !Number.isNaN(ms) && new Date(ms).toISOString() === value ? value : undefined;
}

/** Accepts an object of texts. */
export function readTextRecord(value: unknown): Readonly<Record<string, string>> | undefined {
  const record = readObject(value);
  return record && Object.values(record).every((text) => typeof text === 'string')
    ? (Object.fromEntries(Object.entries(record)) as Record<string, string>)
    : undefined;
}

/** Accepts any text. */
export const readText = (value: unknown): string | undefined =>
  typeof value === 'string' ? value : undefined;

/** Accepts a number from 0 on. */
export const readCount = (value: unknown): number | undefined =>
  typeof value === 'number' && value >= 0 ? value : undefined;

/** Accepts `true` only: a missing flag is false. */
export const readTrue = (value: unknown): boolean | undefined => value === true || undefined;

/** Creates a reader of one of these texts. */
export const readOneOf =
  <const Text extends string>(...texts: readonly Text[]) =>
  (value: unknown): Text | undefined =>
    texts.find((text) => text === value);
