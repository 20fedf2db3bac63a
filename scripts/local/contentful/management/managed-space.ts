/** A space that can be written to, in memory: what the Management API changes, and Delivery shows once it is published. */
import type { ContentTypeDefinition } from '@/sources/contentful/model/content-types';
import type { WireFields } from '@/sources/contentful/wire';
import type { Asset } from '@/sources/source';
import { byId, contentTypeOf, sysOf, type LocaleResource, type Resource, type Space } from '../space';

/** A webhook with its secrets. */
export interface StoredWebhook {
  readonly version: number;
  readonly value: Readonly<Record<string, unknown>>;
}

export type Webhooks = Map<string, StoredWebhook>;

/** Something with a draft and, maybe, a published state. Each change makes the version one higher. */
export interface ManagedResource<Value> {
  readonly version: number;
  /** The version that was published, which is at most one less than the present where nothing has changed since. */
  readonly publishedVersion: number | undefined;
  readonly draft: Value;
  readonly published: Value | undefined;
  /** The version that was archived, while it is. */
  readonly archivedVersion?: number | undefined;
  /** How often it was published. Unpublishing doesn’t reset it. */
  readonly publishedCounter: number;
  /** ISO instant of the first publication. Unpublishing doesn’t reset it. */
  readonly firstPublishedAt?: string | undefined;
  /** ISO instant of the last change. */
  readonly updatedAt: string;
}

export interface ManagedEntry {
  readonly contentType: string;
  readonly fields: WireFields;
}

export interface ManagedSpace {
  /** ISO instant: an environment that is made again under the same name has another one. */
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

/** The day on which everything was made: the same content gives the same answer. */
export const someDay = '2026-01-01';

/** The first version of something, published where it came so. */
export function firstVersion<Value>(draft: Value, isPublished: boolean): ManagedResource<Value> {
  const updatedAt = `${someDay}T00:00:00.000Z`;
  return isPublished
    ? {
        version: 2,
        publishedVersion: 1,
        draft,
        published: draft,
        publishedCounter: 1,
        firstPublishedAt: updatedAt,
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

const now = () => new Date().toISOString();

/** Something after a change: its version is one higher. */
export function changed<Value>(
  before: ManagedResource<Value>,
  change: Partial<ManagedResource<Value>>,
): ManagedResource<Value> {
  return { ...before, ...change, version: before.version + 1, updatedAt: now() };
}

/** Something with a new draft, or a new thing. */
export function drafted<Value>(
  before: ManagedResource<Value> | undefined,
  draft: Value,
): ManagedResource<Value> {
  return before ? changed(before, { draft }) : { ...firstVersion(draft, false), updatedAt: now() };
}

/** Something whose draft is published. */
export function publishedNow<Value>(before: ManagedResource<Value>): ManagedResource<Value> {
  return changed(before, {
    publishedVersion: before.version,
    published: before.draft,
    publishedCounter: before.publishedCounter + 1,
    firstPublishedAt: before.firstPublishedAt ?? now(),
  });
}

/** A space to write to with what Delivery serves, and drafts that it doesn't. */
export function managedSpace(space: Space, drafts: readonly Resource[]): ManagedSpace {
  const entryOf = (resource: Resource): ManagedEntry => ({
    contentType: contentTypeOf(resource),
    fields: resource.fields,
  });
  return {
    createdAt: now(),
    locales: [...space.locales],
    contentTypes: new Map(
      space.contentTypes.map(({ sys, ...definition }) => [sys.id, firstVersion(definition, true)]),
    ),
    editors: new Map(),
    entries: new Map([
      ...space.entries.map((one) => [one.sys.id, firstVersion(entryOf(one), true)] as const),
      ...drafts.map((one) => [one.sys.id, firstVersion(entryOf(one), false)] as const),
    ]),
    assets: new Map(space.assets.map((one) => [one.sys.id, firstVersion({ fields: one.fields }, true)])),
    uploads: new Map(),
    webhooks: new Map(),
    files: new Map(space.files),
  };
}

const metadata = { tags: [], concepts: [] } as const;

/** What Delivery shows: published states only. */
export function deliveredSpace(managed: ManagedSpace): Space {
  const published = <Value>(stored: ReadonlyMap<string, ManagedResource<Value>>) =>
    [...stored].flatMap(([id, { published }]) => (published === undefined ? [] : [{ id, published }]));
  return {
    locales: managed.locales,
    contentTypes: published(managed.contentTypes).map(({ id, published: definition }) => ({
      sys: sysOf('ContentType', id, someDay),
      ...definition,
    })),
    entries: published(managed.entries)
      .map(({ id, published: { contentType, fields } }) => ({
        metadata,
        sys: sysOf('Entry', id, someDay, contentType),
        fields,
      }))
      .toSorted(byId),
    assets: published(managed.assets)
      .map(({ id, published: { fields } }) => ({ metadata, sys: sysOf('Asset', id, someDay), fields }))
      .toSorted(byId),
    files: managed.files,
  };
}

/** What Preview shows: the latest state of everything, published or not. Content types are those that are published. */
export function previewedSpace(managed: ManagedSpace): Space {
  const sys = (
    type: string,
    id: string,
    { publishedVersion }: ManagedResource<unknown>,
    contentType?: string,
  ) => ({
    ...sysOf(type, id, someDay, contentType),
    ...(publishedVersion === undefined && { revision: 0 }),
    publishedVersion,
  });
  return {
    ...deliveredSpace(managed),
    entries: [...managed.entries]
      .map(([id, stored]) => ({
        metadata,
        sys: sys('Entry', id, stored, stored.draft.contentType),
        fields: stored.draft.fields,
      }))
      .toSorted(byId),
    assets: [...managed.assets]
      .map(([id, stored]) => ({ metadata, sys: sys('Asset', id, stored), fields: stored.draft.fields }))
      .toSorted(byId),
  };
}
