/** The entries, assets and content types of a space, in the shapes that the Delivery and Preview APIs answer with. */
import { createSys, listById, type Content, type ContentType, type Space } from '../space.ts';
import type { Stored } from '../versions.ts';

/** An entry or asset. */
export interface Shown {
  readonly type: 'Entry' | 'Asset';
  readonly id: string;
  readonly content: Content;
  /** Undefined for what isn't published. */
  readonly publishedVersion: number | undefined;
  readonly revision: number;
  /** ISO instants. */
  readonly createdAt: string;
  readonly updatedAt: string;
}

/** Returns what is published of an entry or asset, or its draft for Preview; undefined if there is nothing. */
export function showContent(
  type: Shown['type'],
  id: string,
  stored: Stored<Content>,
  isPreview: boolean,
): Shown | undefined {
  const content = isPreview ? stored.draft : stored.published;
  if (!content) return undefined;
  return {
    type,
    id,
    content,
    publishedVersion: stored.publishedVersion,
    revision: stored.publishedVersion === undefined ? 0 : stored.publishedCounter,
    createdAt: stored.createdAt,
    updatedAt: isPreview ? stored.updatedAt : (stored.publishedAt ?? stored.updatedAt),
  };
}

/** Lists entries or assets, sorted by id. */
export function listShown(space: Space, type: Shown['type'], isPreview: boolean): Shown[] {
  return listById(type === 'Entry' ? space.entries : space.assets).flatMap(
    ([id, stored]) => showContent(type, id, stored, isPreview) ?? [],
  );
}

/** Builds the JSON of an entry or asset, without fields that its type omits in answers. */
export function buildShownJson({ type, id, content, ...versions }: Shown, space: Space): object {
  const { contentType, fields } = content;
  const fieldTypes = space.contentTypes.get(contentType ?? '')?.published?.fields;
  const omitted = new Set(fieldTypes?.flatMap((field) => (field.omitted ? [field.id] : [])));
  return {
    metadata: { tags: [], concepts: [] },
    sys: { ...createSys(type, id, contentType), ...versions },
    fields: Object.fromEntries(Object.entries(fields).filter(([field]) => !omitted.has(field))),
  };
}

/** Builds the JSON of a content type: limits and defaults are only in the Management API. */
export function buildShownType([id, stored]: readonly [string, Stored<ContentType>]): object {
  const { draft, published = draft, publishedCounter, createdAt, publishedAt } = stored;
  return {
    ...published,
    sys: { ...createSys('ContentType', id), revision: publishedCounter, createdAt, updatedAt: publishedAt },
    fields: published.fields.map((field) => ({
      ...field,
      ...(field.items && { items: { ...field.items, validations: [] } }),
      validations: undefined,
      defaultValue: undefined,
    })),
  };
}
