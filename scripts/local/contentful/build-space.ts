/** Builds a space from the entries of a folder. */
import path from 'node:path';
import { locales, toLocale, type Locale } from '@/i18n/locales';
import { contentTypeNames, type ContentTypeName, type RawEntry } from '@/model/types/entry';
import { buildContentTypeDefinition } from '@/sources/contentful/model/content-types';
import { splitFields } from '@/sources/contentful/flat-fields';
import { encodeFields, type LocaleCodes } from '@/sources/contentful/wire';
import { picturePath } from '@/sources/files/media';
import type { Asset, SourceContent } from '@/sources/source';
import sharp from 'sharp';
import { buildLocales, type LocaleSetting } from './locale-settings';
import { findMediaType } from './media-type';
import { isUnpublished, selectPublished } from './delivery/published';
import {
  compareById,
  createSys,
  type ContentTypeResource,
  type LocaleResource,
  type Resource,
  type Space,
} from './space';

/** The date of everything without its own date. */
const someDay = '2026-01-01';

const noMetadata = { tags: [], concepts: [] } as const;

/** The parts of which a space is built. */
interface SpaceInput {
  readonly content: SourceContent;
  /** The locales that the space should have, and those that it has. They differ only with a fault. */
  readonly intendedLocales: readonly LocaleSetting[];
  readonly actualLocales: readonly LocaleSetting[];
  /** The server's port, for the addresses of pictures. */
  readonly port: number;
}

/** Builds a space. Rejects with an `OperatorError` if a space can't contain the entries. */
export async function buildSpace({
  content,
  intendedLocales,
  actualLocales,
  port,
}: SpaceInput): Promise<Space> {
  const resources = buildLocales(actualLocales);
  const defaultCode = resources[0]?.code ?? '';
  const languages = intendedLocales.flatMap(({ code }) => toLocale(code) ?? []);
  const entries = selectPublished(content.entries, languages).map((entry) =>
    buildEntry(entry, resources, defaultCode),
  );
  const assets = await Promise.all(
    [...content.assets.values()].map((asset) => buildAsset(asset, defaultCode, port)),
  );
  return {
    locales: resources,
    contentTypes: contentTypeNames.map((type) => buildContentType(type, defaultCode)),
    entries: entries.toSorted(compareById),
    assets: assets.toSorted(compareById),
    files: content.assets,
  };
}

/** Creates a new space with these locales and without any content. */
export function createEmptySpace(settings: readonly LocaleSetting[]): Space {
  return { locales: buildLocales(settings), contentTypes: [], entries: [], assets: [], files: new Map() };
}

/** Builds the unpublished entries, which Delivery doesn't serve. */
export function buildDrafts({
  content,
  actualLocales,
}: Pick<SpaceInput, 'content' | 'actualLocales'>): Resource[] {
  const resources = buildLocales(actualLocales);
  return content.entries
    .filter(isUnpublished)
    .map((entry) => buildEntry(entry, resources, resources[0]?.code ?? ''));
}

/** Builds an entry. Every code gets the values of its language: both `en-US` and `en-GB` get those of `en`. */
function buildEntry(entry: RawEntry, spaceLocales: readonly LocaleResource[], defaultCode: string): Resource {
  const codesByLocale = locales.map((locale): [Locale, string[]] => [
    locale,
    spaceLocales.map(({ code }) => code).filter((code) => toLocale(code) === locale),
  ]);
  const fields: Record<string, Record<string, unknown>> = {};
  const rounds = Math.max(1, ...codesByLocale.map(([, codes]) => codes.length));
  for (let round = 0; round < rounds; round += 1) {
    const pairs = codesByLocale.flatMap(([locale, codes]): [Locale, string][] => {
      const code = codes[round];
      return code === undefined ? [] : [[locale, code]];
    });
    const codes: LocaleCodes = { default: defaultCode, byLocale: new Map(pairs) };
    for (const [id, values] of Object.entries(encodeFields(entry.type, entry, codes))) {
      fields[id] = { ...fields[id], ...values };
    }
  }
  const updated = entry.shared['updated'];
  const day = typeof updated === 'string' && /^\d{4}-\d{2}-\d{2}$/.test(updated) ? updated : someDay;
  return {
    metadata: noMetadata,
    sys: createSys('Entry', entry.id, day, entry.type),
    fields: splitFields(entry.type, fields),
  };
}

/** Builds an asset. Its file is at `//127.0.0.1:4600/asset-files/local/orgs--x.png/orgs--x.png`. */
async function buildAsset(asset: Asset, defaultCode: string, port: number): Promise<Resource> {
  const bytes = await asset.read();
  const fileName = path.posix.basename(asset.id);
  const size = await sharp(bytes)
    .metadata()
    .catch(() => undefined);
  const image = size === undefined ? {} : { image: { width: size.width, height: size.height } };
  const file = {
    url: `//127.0.0.1:${port}/asset-files/local/${encodeURIComponent(asset.id)}/${encodeURIComponent(fileName)}`,
    details: { size: bytes.length, ...image },
    fileName,
    contentType: findMediaType(fileName),
  };
  return {
    metadata: noMetadata,
    sys: createSys('Asset', asset.id, someDay),
    fields: { title: { [defaultCode]: picturePath(asset.id) }, file: { [defaultCode]: file } },
  };
}

function buildContentType(type: ContentTypeName, defaultCode: string): ContentTypeResource {
  return { sys: createSys('ContentType', type, someDay), ...buildContentTypeDefinition(type, defaultCode) };
}
