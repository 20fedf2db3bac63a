/** A space in memory that the Management API changes. Delivery shows its published states. */
import type { ContentTypeDefinition } from '@/sources/contentful/model/content-types';
import type { WireFields } from '@/sources/contentful/wire';
import type { Asset } from '@/sources/source';
import {
  compareById,
  readContentType,
  createSys,
  type LocaleResource,
  type Resource,
  type Space,
} from '../space';

/** A webhook with its secrets. */
export interface StoredWebhook {
  readonly version: number;
  readonly value: Readonly<Record<string, unknown>>;
}

export type Webhooks = Map<string, StoredWebhook>;

/** A resource with a draft and perhaps a published state. Each change increases the version by one. */
export interface ManagedResource<Value> {
  readonly version: number;
  /** The version that was published. If nothing has changed since, it is one less than the present version. */
  readonly publishedVersion: number | undefined;
  readonly draft: Value;
  readonly published: Value | undefined;
  /** The version that was archived; undefined if the resource isn't archived. */
  readonly archivedVersion?: number | undefined;
  /** The number of publications. Unpublishing doesn’t reset it. */
  readonly publishedCounter: number;
  /** ISO instant of the first publication. Unpublishing doesn’t reset it. */
  readonly firstPublishedAt?: string | undefined;
  /** ISO instant of the last publication; undefined if the resource isn't published. */
  readonly publishedAt?: string | undefined;
  /** ISO instant of the last change. */
  readonly updatedAt: string;
}

export interface ManagedEntry {
  readonly contentType: string;
  readonly fields: WireFields;
}

export interface ManagedSpace {
  /** ISO instant. An environment that is created again under the same name has another one. */
  readonly createdAt: string;
  readonly locales: LocaleResource[];
  readonly contentTypes: Map<string, ManagedResource<ContentTypeDefinition>>;
  /** By content type. */
  readonly editors: Map<string, { readonly version: number; readonly value: object }>;
  readonly entries: Map<string, ManagedResource<ManagedEntry>>;
  readonly assets: Map<string, ManagedResource<{ readonly fields: WireFields }>>;
  readonly uploads: Map<string, Uint8Array>;
  readonly webhooks: Webhooks;
  /** The assets' files, by asset id. */
  readonly files: Map<string, Asset>;
}

/** The date of everything, so that the same content gives the same answers. */
export const someDay = '2026-01-01';

/** Creates the first version of a resource, published or not. */
function createFirstVersion<Value>(draft: Value, isPublished: boolean): ManagedResource<Value> {
  const updatedAt = `${someDay}T00:00:00.000Z`;
  return isPublished
    ? {
        version: 2,
        publishedVersion: 1,
        draft,
        published: draft,
        publishedCounter: 1,
        firstPublishedAt: updatedAt,
        publishedAt: updatedAt,
        updatedAt,
      }
    : {
        version: 1,
        publishedVersion: undefined,
        draft,
        published: undefined,
        publishedCounter: 0,
        updatedAt,
      };
}

const currentInstant = () => new Date().toISOString();

/** Changes a resource and increases its version. */
export function applyChange<Value>(
  before: ManagedResource<Value>,
  change: Partial<ManagedResource<Value>>,
): ManagedResource<Value> {
  return { ...before, ...change, version: before.version + 1, updatedAt: currentInstant() };
}

/** Gives a resource a new draft, or creates the resource. */
export function applyDraft<Value>(
  before: ManagedResource<Value> | undefined,
  draft: Value,
): ManagedResource<Value> {
  return before
    ? applyChange(before, { draft })
    : { ...createFirstVersion(draft, false), updatedAt: currentInstant() };
}

/** Publishes the draft of a resource. */
export function publishDraft<Value>(before: ManagedResource<Value>): ManagedResource<Value> {
  return applyChange(before, {
    publishedVersion: before.version,
    published: before.draft,
    publishedCounter: before.publishedCounter + 1,
    firstPublishedAt: before.firstPublishedAt ?? currentInstant(),
    publishedAt: currentInstant(),
  });
}

/** Creates the first version of what Delivery shows, with its instant. */
const alreadyPublished = <Value>(value: Value, { sys }: Resource): ManagedResource<Value> => ({
  ...createFirstVersion(value, true),
  publishedAt: sys.updatedAt,
});

/** Creates a writable space from published content and drafts. */
export function createManagedSpace(space: Space, drafts: readonly Resource[]): ManagedSpace {
  const toManagedEntry = (resource: Resource): ManagedEntry => ({
    contentType: readContentType(resource),
    fields: resource.fields,
  });
  return {
    createdAt: currentInstant(),
    locales: [...space.locales],
    contentTypes: new Map(
      space.contentTypes.map(({ sys, ...definition }) => [sys.id, createFirstVersion(definition, true)]),
    ),
    editors: new Map(),
    entries: new Map([
      ...space.entries.map((one) => [one.sys.id, alreadyPublished(toManagedEntry(one), one)] as const),
      ...drafts.map((one) => [one.sys.id, createFirstVersion(toManagedEntry(one), false)] as const),
    ]),
    assets: new Map(space.assets.map((one) => [one.sys.id, alreadyPublished({ fields: one.fields }, one)])),
    uploads: new Map(),
    webhooks: new Map(),
    files: new Map(space.files),
  };
}

const metadata = { tags: [], concepts: [] } as const;

/** Returns an entry's fields without those that its type omits in answers. */
function pickDelivered(managed: ManagedSpace, { contentType, fields }: ManagedEntry): WireFields {
  const type = managed.contentTypes.get(contentType)?.published;
  const omitted = new Set(type?.fields.flatMap(({ id, omitted }) => (omitted ? [id] : [])));
  return omitted.size === 0
    ? fields
    : Object.fromEntries(Object.entries(fields).filter(([id]) => !omitted.has(id)));
}

/** Builds the space that Delivery shows: published states only. */
export function buildDeliverySpace(managed: ManagedSpace): Space {
  const published = <Value>(stored: ReadonlyMap<string, ManagedResource<Value>>) =>
    [...stored].flatMap(([id, { published, publishedVersion, publishedAt }]) =>
      published === undefined
        ? []
        : [{ id, published, versions: { publishedVersion, updatedAt: publishedAt ?? '' } }],
    );
  return {
    locales: managed.locales,
    contentTypes: published(managed.contentTypes).map(({ id, published: definition }) => ({
      sys: createSys('ContentType', id, someDay),
      ...definition,
    })),
    entries: published(managed.entries)
      .map(({ id, published: entry, versions }) => ({
        metadata,
        sys: { ...createSys('Entry', id, someDay, entry.contentType), ...versions },
        fields: pickDelivered(managed, entry),
      }))
      .toSorted(compareById),
    assets: published(managed.assets)
      .map(({ id, published: { fields }, versions }) => ({
        metadata,
        sys: { ...createSys('Asset', id, someDay), ...versions },
        fields,
      }))
      .toSorted(compareById),
    files: managed.files,
  };
}

/** Builds the space that Preview shows: the latest state of all entries and assets, and published content types. */
export function buildPreviewSpace(managed: ManagedSpace): Space {
  const sys = (
    type: string,
    id: string,
    { publishedVersion }: ManagedResource<unknown>,
    contentType?: string,
  ) => ({
    ...createSys(type, id, someDay, contentType),
    ...(publishedVersion === undefined && { revision: 0 }),
    publishedVersion,
  });
  return {
    ...buildDeliverySpace(managed),
    entries: [...managed.entries]
      .map(([id, stored]) => ({
        metadata,
        sys: sys('Entry', id, stored, stored.draft.contentType),
        fields: pickDelivered(managed, stored.draft),
      }))
      .toSorted(compareById),
    assets: [...managed.assets]
      .map(([id, stored]) => ({ metadata, sys: sys('Asset', id, stored), fields: stored.draft.fields }))
      .toSorted(compareById),
  };
}
