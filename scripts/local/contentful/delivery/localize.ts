import { contentTypeOf, defaultCode, type Resource, type Space } from '../space';

/**
 * A resource in one locale, as a request without `locale=*` gets it. A localized field without a value takes that of
 * the locale's fallback codes; null and an empty text are values. A shared field has the default locale's value.
 */
export function localize(resource: Resource, code: string, space: Space): object {
  const standard = defaultCode(space);
  const type = space.contentTypes.find(({ sys }) => sys.id === contentTypeOf(resource));
  const shared = new Set(type?.fields.flatMap(({ id, localized }) => (localized ? [] : [id])));
  const fields = Object.entries(resource.fields).flatMap(([id, values]): [string, unknown][] => {
    const codes = shared.has(id) ? [standard] : fallbackCodes(code, space);
    const found = codes.find((candidate) => values[candidate] !== undefined);
    return found === undefined ? [] : [[id, values[found]]];
  });
  return { ...resource, sys: { ...resource.sys, locale: code }, fields: Object.fromEntries(fields) };
}

/** A locale's code and those that it falls back to, in order. */
function fallbackCodes(code: string, space: Space): string[] {
  const codes = [code];
  for (
    let next = fallbackOf(code, space);
    next !== null && !codes.includes(next);
    next = fallbackOf(next, space)
  ) {
    codes.push(next);
  }
  return codes;
}

function fallbackOf(code: string, space: Space): string | null {
  return space.locales.find((locale) => locale.code === code)?.fallbackCode ?? null;
}
