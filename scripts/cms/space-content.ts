/** Reads the entries of our types and the assets of a space, drafts included. */
import type { EntryProps } from 'contentful-management';
import { contentTypeNames, type ContentTypeName } from '@/model/types/entry';
import { mapLocales } from '@/sources/contentful/locales';
import { joinFields } from '@/sources/contentful/flat-fields';
import type { WireFields } from '@/sources/contentful/wire';
import { readAllItems, ManagementError, type RequestRunner } from './management';

export type SpaceEntry = EntryProps<WireFields>;

/** The parts of an entry or asset that tell who changed and published it. */
export interface StoredState {
  readonly sys: Pick<
    SpaceEntry['sys'],
    | 'version'
    | 'publishedVersion'
    | 'archivedVersion'
    | 'publishedCounter'
    | 'firstPublishedAt'
    | 'updatedAt'
    | 'updatedBy'
  >;
}

/** The parts of a space on which it depends how values are stored. */
export interface SpaceLayout {
  /** The code of the default locale. */
  readonly defaultCode: string;
}

/** A space's content at one moment. */
export type SpaceContent = Awaited<ReturnType<typeof readSpaceContent>>;

type Print = (line: string) => void;

/** Returns the content type of an entry if it is one of ours. */
export function getContentType({ sys }: SpaceEntry): ContentTypeName | undefined {
  return contentTypeNames.find((type) => type === sys.contentType.sys.id);
}

/** Returns an entry with a value for each field of the model. */
export function joinEntry(entry: SpaceEntry, { defaultCode }: SpaceLayout): SpaceEntry {
  const type = getContentType(entry);
  if (!type) return entry;
  const fields = joinFields(type, entry.fields, defaultCode) as SpaceEntry['fields'];
  return { ...entry, fields };
}

/** True if an entry or asset is published and has no later change. */
export function isFullyPublished({ sys }: StoredState): boolean {
  return sys.publishedVersion !== undefined && sys.version === sys.publishedVersion + 1;
}

/** Rejects with a `ManagementError` if one of our types is missing. */
async function assertContentTypes(ask: RequestRunner): Promise<void> {
  const types = await ask('reading the content types', (client) =>
    readAllItems((query) => client.contentType.getMany({ query })),
  );
  const published = new Set(types.flatMap(({ sys }) => (sys.publishedVersion === undefined ? [] : [sys.id])));
  const missing = contentTypeNames.filter((type) => !published.has(type));
  if (missing.length === 0) return;
  throw new ManagementError(
    `The space doesn’t have our model: it lacks ${missing.join(', ')}.`,
    'Run npm run cms -- setup, which brings it in.',
  );
}

/** Reads the latest state of all entries and assets. Rejects with an `OperatorError` if the space lacks our model. */
export async function readSpaceContent(ask: RequestRunner, print: Print) {
  await assertContentTypes(ask);
  const inSpace = await ask('reading the locales', (client) => client.locale.getMany({}));
  const locales = mapLocales(
    inSpace.items.map(({ code, default: standard, fallbackCode }) => ({
      code,
      default: standard,
      fallbackCode,
    })),
    print,
  );
  const defaultCode = locales.codes.default;
  const entries = new Map<string, SpaceEntry>();
  for (const type of contentTypeNames) {
    const items = await ask(`reading the entries of type ${type}`, (client) =>
      readAllItems((query) => client.entry.getMany<WireFields>({ query: { ...query, content_type: type } })),
    );
    for (const item of items) entries.set(item.sys.id, joinEntry(item, { defaultCode }));
  }
  const assets = await ask('reading the assets', (client) =>
    readAllItems((query) => client.asset.getMany({ query })),
  );
  return {
    locales,
    defaultCode,
    /** By id, of our types. Their fields have a value for each field of the model. */
    entries,
    assets: new Map(assets.map((asset) => [asset.sys.id, asset])),
  };
}
