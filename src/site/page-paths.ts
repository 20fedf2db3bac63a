/** The addresses of the pages of each kind. */
import { pathOf } from '@/i18n/routes';
import { kinds, type KindName, type KindPage, type PropsOfKind } from './page-kinds';
import type { LocaleSite, Site } from './site';

/**
 * The parameters of Astro's route for a path: `('[locale]/[goals]', '/en/goals/') -> { locale: 'en', goals: 'goals' }`.
 * The last may take several parts or none: `[...rest]`.
 */
function routeParams(file: string, path: string): Record<string, string | undefined> {
  const parts = path.split('/').filter(Boolean);
  const params: Record<string, string | undefined> = {};
  for (const [index, part] of file.split('/').entries()) {
    const [, rest, name] = /^\[(\.\.\.)?(\w+)\]$/.exec(part) ?? [];
    if (name !== undefined) params[name] = rest ? parts.slice(index).join('/') || undefined : parts[index];
  }
  return params;
}

/** Static paths of a kind's pages, for `getStaticPaths`. */
export function staticPaths<Name extends KindName>(site: Site, name: Name) {
  const { file, pages } = kinds[name];
  return [...site.byLocale.values()].flatMap((own) =>
    (pages(own) as readonly KindPage<PropsOfKind<Name>>[]).map(({ route, props }) => ({
      params: routeParams(file, pathOf(own.locale, route)),
      props: { locale: own.locale, ...props },
    })),
  );
}

/** The paths of all pages of a language, by kind. */
export function pagesByKind(own: LocaleSite): ReadonlyMap<KindName, readonly string[]> {
  return new Map(
    (Object.keys(kinds) as KindName[]).map((name) => [
      name,
      (kinds[name].pages(own) as readonly KindPage[]).map(({ route }) => pathOf(own.locale, route)),
    ]),
  );
}
