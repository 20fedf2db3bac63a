import { readContentType, findDefaultCode, type Resource, type Space } from '../space';

/**
 * Returns a resource in one locale, for a request without `locale=*`. A localized field without a value uses the locale's
 * fallback codes; null and an empty text count as values. A shared field has the default locale's value.
 */
export function localizeResource(resource: Resource, code: string, space: Space): object {
  const defaultLocale = findDefaultCode(space);
  const type = space.contentTypes.find(({ sys }) => sys.id === readContentType(resource));
  const shared = new Set(type?.fields.flatMap(({ id, localized }) => (localized ? [] : [id])));
  const fields = Object.entries(resource.fields).flatMap(([id, values]): [string, unknown][] => {
    const codes = shared.has(id) ? [defaultLocale] : listFallbackCodes(code, space);
    const found = codes.find((candidate) => values[candidate] !== undefined);
    return found === undefined ? [] : [[id, values[found]]];
  });
  return { ...resource, sys: { ...resource.sys, locale: code }, fields: Object.fromEntries(fields) };
}

/** Returns a locale's code and its fallback codes, in order. */
function listFallbackCodes(code: string, space: Space): string[] {
  const codes = [code];
  for (
    let next = findFallback(code, space);
    next !== null && !codes.includes(next);
    next = findFallback(next, space)
  ) {
    codes.push(next);
  }
  return codes;
}

function findFallback(code: string, space: Space): string | null {
  return space.locales.find((locale) => locale.code === code)?.fallbackCode ?? null;
}
