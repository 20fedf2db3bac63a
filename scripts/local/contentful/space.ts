/** The types of a space and its resources, in the shapes of the Delivery API, with all languages at once. */
import type { ContentTypeDefinition } from '@/sources/contentful/model/content-types';
import type { WireFields } from '@/sources/contentful/wire';
import type { Asset } from '@/sources/source';

/** The space, environment and tokens of the stand-in. */
export const spaceId = 'local';
export const environmentId = 'master';
export const deliveryToken = 'local';
export const previewToken = 'local-preview';
export const managementToken = 'local-management';

interface Link {
  readonly sys: { readonly type: 'Link'; readonly linkType: string; readonly id: string };
}

/** The metadata of everything that Contentful stores. */
interface Sys {
  readonly type: string;
  readonly id: string;
  readonly space: Link;
  readonly environment: Link;
  /** ISO instant */
  readonly createdAt: string;
  readonly updatedAt: string;
  readonly revision: number;
  readonly publishedVersion?: number | undefined;
  readonly contentType?: Link;
}

/** An entry or an asset. */
export interface Resource {
  readonly metadata: { readonly tags: readonly never[]; readonly concepts: readonly never[] };
  readonly sys: Sys;
  readonly fields: WireFields;
}

/** A locale of the space, as `/locales` answers it. */
export interface LocaleResource {
  readonly code: string;
  readonly name: string;
  readonly default: boolean;
  readonly fallbackCode: string | null;
  readonly sys: { readonly id: string; readonly type: 'Locale'; readonly version: number };
}

export interface ContentTypeResource extends ContentTypeDefinition {
  readonly sys: Sys;
}

/** Everything that the stand-in serves. */
export interface Space {
  /** One of them is marked as the default. */
  readonly locales: readonly LocaleResource[];
  readonly contentTypes: readonly ContentTypeResource[];
  /** Published ones, sorted by id. */
  readonly entries: readonly Resource[];
  /** Sorted by id. */
  readonly assets: readonly Resource[];
  /** The assets' files, by asset id. */
  readonly files: ReadonlyMap<string, Asset>;
}

function link(linkType: string, id: string): Link {
  return { sys: { type: 'Link', linkType, id } };
}

/** Creates metadata. `day` (`YYYY-MM-DD`) is used for both dates, so that the same content gives the same answers. */
export function createSys(type: string, id: string, day: string, contentType?: string): Sys {
  const instant = `${day}T00:00:00.000Z`;
  return {
    space: link('Space', spaceId),
    id,
    type,
    createdAt: instant,
    updatedAt: instant,
    environment: link('Environment', environmentId),
    revision: 1,
    ...(type === 'ContentType' ? {} : { publishedVersion: 1 }),
    ...(contentType === undefined ? {} : { contentType: link('ContentType', contentType) }),
  };
}

/** Returns the id of an entry's content type; an empty text for an asset. */
export function readContentType(resource: Resource): string {
  return resource.sys.contentType?.sys.id ?? '';
}

/** Returns the code of the default locale. */
export function findDefaultCode(space: Pick<Space, 'locales'>): string {
  return (space.locales.find((locale) => locale.default) ?? space.locales[0])?.code ?? '';
}

/** Compares resources by id, in code units. */
export function compareById(
  a: { readonly sys: { readonly id: string } },
  b: { readonly sys: { readonly id: string } },
): number {
  return a.sys.id < b.sys.id ? -1 : a.sys.id > b.sys.id ? 1 : 0;
}
