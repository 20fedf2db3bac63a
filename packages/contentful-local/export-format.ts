/** Reads and writes a space in Contentful's own format for exports, the one of `contentful space export`. */
import { isRecord, readNested } from './json.ts';
import {
  createSys,
  listById,
  type Content,
  type ContentType,
  type Fields,
  type Files,
  type Locale,
  type Plain,
  type Space,
} from './space.ts';
import { describeVersions, type Stored } from './versions.ts';

/** The `sys` of an exported resource, as far as it matters here. What is missing gets a value. */
interface ExportedSys {
  readonly id: string;
  readonly version?: number;
  /** Without it the resource is a draft. */
  readonly publishedVersion?: number | undefined;
  readonly archivedVersion?: number | undefined;
  readonly publishedCounter?: number;
  readonly firstPublishedAt?: string | undefined;
  readonly publishedAt?: string | undefined;
  readonly createdAt?: string;
  readonly updatedAt?: string;
}

/** An entry or an asset. */
export interface ExportedContent {
  readonly sys: ExportedSys & { readonly contentType?: { readonly sys: { readonly id: string } } };
  readonly fields: Fields;
  /** The only thing that isn't in exports: what is published, where the fields were changed since. */
  readonly publishedFields?: Fields;
}

export type ExportedContentType = ContentType & {
  readonly sys: ExportedSys;
  readonly published?: ContentType;
};

/** A space as a file. Each part may be missing. */
export interface SpaceExport {
  readonly locales?: readonly (Pick<Locale, 'code'> & Partial<Locale>)[];
  readonly contentTypes?: readonly ExportedContentType[];
  readonly editorInterfaces?: readonly object[];
  readonly entries?: readonly ExportedContent[];
  readonly assets?: readonly ExportedContent[];
  readonly webhooks?: readonly object[];
}

/** The instant of everything without its own, so that the same export gives the same answers. */
const someInstant = '2026-01-01T00:00:00.000Z';

function readStored<Value>(sys: ExportedSys, draft: Value, published: Value = draft): Stored<Value> {
  const { publishedVersion, createdAt = someInstant, updatedAt = createdAt } = sys;
  const isPublished = publishedVersion !== undefined;
  return {
    version: sys.version ?? (publishedVersion ?? 0) + 1,
    draft,
    publishedCounter: sys.publishedCounter ?? (isPublished ? 1 : 0),
    firstPublishedAt: sys.firstPublishedAt ?? (isPublished ? updatedAt : undefined),
    archivedVersion: sys.archivedVersion,
    createdAt,
    updatedAt,
    ...(isPublished && { publishedVersion, published, publishedAt: sys.publishedAt ?? updatedAt }),
  };
}

function readContent({ sys, fields, publishedFields }: ExportedContent): [string, Stored<Content>] {
  const contentType = sys.contentType?.sys.id;
  const own = contentType === undefined ? {} : { contentType };
  return [sys.id, readStored(sys, { ...own, fields }, { ...own, fields: publishedFields ?? fields })];
}

function readPlain(resource: object, id: unknown): [string, Plain] {
  const { sys, ...value } = resource as Record<string, unknown>;
  return [String(id), { version: Number(readNested(sys, 'version') ?? 1), value }];
}

/** Replaces the hosts of the files of assets: `//images.ctfassets.net/a/b.png -> //127.0.0.1:4600/a/b.png`. */
function moveFiles({ fields, ...rest }: ExportedContent, host: string): ExportedContent {
  const moveFile = (file: unknown) =>
    isRecord(file) && typeof file['url'] === 'string'
      ? { ...file, url: file['url'].replace(/^(?:https?:)?\/\/[^/]*/, `//${host}`) }
      : file;
  const move = ({ file, ...others }: Fields): Fields => ({
    ...others,
    ...(file && {
      file: Object.fromEntries(Object.entries(file).map(([code, one]) => [code, moveFile(one)])),
    }),
  });
  const { publishedFields } = rest;
  return {
    ...rest,
    fields: move(fields),
    ...(publishedFields && { publishedFields: move(publishedFields) }),
  };
}

/** Creates a space. `host` is that of the server, for the addresses of files. */
export function readExport(from: SpaceExport, files: Files, host: string): Space {
  const locales = from.locales ?? [{ code: 'en-US', name: 'English (United States)' }];
  const hasDefault = locales.some((locale) => locale.default);
  return {
    createdAt: new Date().toISOString(),
    locales: locales.map(({ code, ...locale }, index) => ({
      code,
      name: locale.name ?? code,
      default: locale.default ?? (!hasDefault && index === 0),
      fallbackCode: locale.fallbackCode ?? null,
      sys: locale.sys ?? { id: code, type: 'Locale', version: 1 },
    })),
    contentTypes: new Map(
      from.contentTypes?.map(({ sys, published, ...type }) => [sys.id, readStored(sys, type, published)]),
    ),
    editors: new Map(
      from.editorInterfaces?.map((one) => readPlain(one, readNested(one, 'sys', 'contentType', 'sys', 'id'))),
    ),
    entries: new Map(from.entries?.map(readContent)),
    assets: new Map(from.assets?.map((asset) => readContent(moveFiles(asset, host)))),
    webhooks: new Map(from.webhooks?.map((one) => readPlain(one, readNested(one, 'sys', 'id')))),
    uploads: new Map(),
    changes: [],
    files,
  };
}

function writeContent(type: 'Entry' | 'Asset', items: Space['entries']): ExportedContent[] {
  return listById(items).map(([id, stored]) => {
    const { draft, published } = stored;
    const isChanged = published !== undefined && published !== draft;
    return {
      sys: { ...createSys(type, id, draft.contentType), ...describeVersions(stored) },
      fields: draft.fields,
      ...(isChanged && { publishedFields: published.fields }),
    };
  });
}

/** Returns a space as an export. Apps and files that aren't part of an asset aren't in it. */
export function writeExport(space: Space): SpaceExport {
  return {
    locales: space.locales,
    contentTypes: listById(space.contentTypes).map(([id, stored]) => ({
      ...stored.draft,
      sys: { ...createSys('ContentType', id), ...describeVersions(stored) },
      ...(stored.published && stored.published !== stored.draft && { published: stored.published }),
    })),
    editorInterfaces: listById(space.editors).map(([id, { version, value }]) => ({
      ...value,
      sys: { ...createSys('EditorInterface', 'default', id), version },
    })),
    entries: writeContent('Entry', space.entries),
    assets: writeContent('Asset', space.assets),
    webhooks: listById(space.webhooks).map(([id, { version, value }]) => ({
      ...value,
      sys: { type: 'WebhookDefinition', id, version },
    })),
  };
}
