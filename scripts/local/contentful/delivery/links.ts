import { readLinkId, type WireLink } from '@/sources/contentful/wire';
import { readPath, isRecord } from '@/sources/contentful/json';
import type { Resource, Space } from '../space';

/** Finds every link in a value. */
export function findLinks(value: unknown): WireLink[] {
  if (Array.isArray(value)) return value.flatMap(findLinks);
  if (!isRecord(value)) return [];
  return readLinkId(value) === undefined
    ? Object.values(value).flatMap(findLinks)
    : [value as unknown as WireLink];
}

/** The targets of the links on a page. */
export interface LinkedResources {
  /** Targets that aren't on the page itself. */
  readonly includes: { readonly Entry?: readonly Resource[]; readonly Asset?: readonly Resource[] };
  /** An error for each link whose target isn't published. */
  readonly errors: readonly object[];
}

/** Follows the links of a page's items up to `depth` levels. */
export function collectLinked(items: readonly Resource[], depth: number, space: Space): LinkedResources {
  const linkKey = (linkType: string, id: string) => `${linkType}/${id}`;
  const seen = new Set(items.map(({ sys }) => linkKey(sys.type, sys.id)));
  const found: Resource[] = [];
  const errors: object[] = [];
  let level = items;
  for (let step = 0; step < depth && level.length > 0; step += 1) {
    const next: Resource[] = [];
    for (const { sys } of level.flatMap(({ fields }) => findLinks(fields))) {
      const key = linkKey(sys.linkType, sys.id);
      if (seen.has(key)) continue;
      seen.add(key);
      const target = findTarget(sys, space);
      if (target) next.push(target);
      else errors.push({ sys: { id: 'notResolvable', type: 'error' }, details: sys });
    }
    found.push(...next);
    level = next;
  }
  const entries = found.filter(({ sys }) => sys.type === 'Entry');
  const assets = found.filter(({ sys }) => sys.type === 'Asset');
  return {
    includes: { ...(entries.length > 0 && { Entry: entries }), ...(assets.length > 0 && { Asset: assets }) },
    errors,
  };
}

function findTarget(link: WireLink['sys'], space: Space): Resource | undefined {
  const candidates = link.linkType === 'Asset' ? space.assets : space.entries;
  return candidates.find(({ sys }) => sys.id === readPath(link, 'id'));
}
