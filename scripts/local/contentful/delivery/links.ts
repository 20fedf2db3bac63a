import { linkedId, type WireLink } from '@/sources/contentful/wire';
import { dig, isRecord } from '@/sources/contentful/json';
import type { Resource, Space } from '../space';

/** Every link below a value. */
export function linksIn(value: unknown): WireLink[] {
  if (Array.isArray(value)) return value.flatMap(linksIn);
  if (!isRecord(value)) return [];
  return linkedId(value) === undefined
    ? Object.values(value).flatMap(linksIn)
    : [value as unknown as WireLink];
}

/** What the links of a page lead to. */
export interface Included {
  /** Targets that are not on the page itself. */
  readonly includes: { readonly Entry?: readonly Resource[]; readonly Asset?: readonly Resource[] };
  /** One for each link that leads to nothing published. */
  readonly errors: readonly object[];
}

/** Follows the links of a page's items `depth` levels deep, as far as they lead. */
export function includedOf(items: readonly Resource[], depth: number, space: Space): Included {
  const keyOf = (linkType: string, id: string) => `${linkType}/${id}`;
  const seen = new Set(items.map(({ sys }) => keyOf(sys.type, sys.id)));
  const found: Resource[] = [];
  const errors: object[] = [];
  let level = items;
  for (let step = 0; step < depth && level.length > 0; step += 1) {
    const next: Resource[] = [];
    for (const { sys } of level.flatMap(({ fields }) => linksIn(fields))) {
      const key = keyOf(sys.linkType, sys.id);
      if (seen.has(key)) continue;
      seen.add(key);
      const target = targetOf(sys, space);
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

function targetOf(link: WireLink['sys'], space: Space): Resource | undefined {
  const among = link.linkType === 'Asset' ? space.assets : space.entries;
  return among.find(({ sys }) => sys.id === dig(link, 'id'));
}
