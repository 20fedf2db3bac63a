/** Makes a space out of what a folder of entries has. */
import path from 'node:path';
import { locales, toLocale, type Locale } from '@/i18n/locales';
import { contentTypeNames, type ContentTypeName, type RawEntry } from '@/model/types/entry';
import { contentTypeDefinition } from '@/sources/contentful/model/content-types';
import { encode, type LocaleCodes } from '@/sources/contentful/wire';
import { placeOf } from '@/sources/files/media';
import type { Asset, PulledContent } from '@/sources/source';
import sharp from 'sharp';
import { localeResources, type LocaleSetting } from './locale-settings';
import { mediaType } from './media-type';
import { isHeldBack, publishedEntries } from './delivery/published';
import {
  byId,
  sysOf,
  type ContentTypeResource,
  type LocaleResource,
  type Resource,
  type Space,
} from './space';

/** The day on which everything without a date of its own was made. */
const someDay = '2026-01-01';

const noMetadata = { tags: [], concepts: [] } as const;

/** What a space is made of. */
export interface SpaceInput {
  readonly pulled: PulledContent;
  /** The locales that the space was meant to have, and those that it has: they differ under a fault only. */
  readonly meant: readonly LocaleSetting[];
  readonly actual: readonly LocaleSetting[];
  /** Where the server listens, for the addresses of pictures. */
  readonly port: number;
}

/** Rejects with a `SourceError` where the entries can't be a space's. */
export async function buildSpace({ pulled, meant, actual, port }: SpaceInput): Promise<Space> {
  const resources = localeResources(actual);
  const standard = resources[0]?.code ?? '';
  const languages = meant.flatMap(({ code }) => toLocale(code) ?? []);
  const entries = publishedEntries(pulled.entries, languages).map((entry) =>
    entryResource(entry, resources, standard),
  );
  const assets = await Promise.all(
    [...pulled.assets.values()].map((asset) => assetResource(asset, standard, port)),
  );
  return {
    locales: resources,
    contentTypes: contentTypeNames.map((type) => contentTypeResource(type, standard)),
    entries: entries.toSorted(byId),
    assets: assets.toSorted(byId),
    files: pulled.assets,
  };
}

/** A space of these locales in which nobody has done anything yet. */
export function emptySpace(settings: readonly LocaleSetting[]): Space {
  return { locales: localeResources(settings), contentTypes: [], entries: [], assets: [], files: new Map() };
}

/** What editors keep back: entries of the space that Delivery doesn't serve. */
export function draftResources({ pulled, actual }: Pick<SpaceInput, 'pulled' | 'actual'>): Resource[] {
  const resources = localeResources(actual);
  return pulled.entries
    .filter(isHeldBack)
    .map((entry) => entryResource(entry, resources, resources[0]?.code ?? ''));
}

/** Every code gets the values of its language, so that `en-US` and `en-GB` both do. */
function entryResource(entry: RawEntry, spaceLocales: readonly LocaleResource[], standard: string): Resource {
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
    const codes: LocaleCodes = { default: standard, of: new Map(pairs) };
    for (const [id, values] of Object.entries(encode(entry.type, entry, codes))) {
      fields[id] = { ...fields[id], ...values };
    }
  }
  const updated = entry.shared['updated'];
  const day = typeof updated === 'string' && /^\d{4}-\d{2}-\d{2}$/.test(updated) ? updated : someDay;
  return { metadata: noMetadata, sys: sysOf('Entry', entry.id, day, entry.type), fields };
}

/** The address of an asset's file: `//127.0.0.1:4600/asset-files/local/orgs--x.png/orgs--x.png`. */
async function assetResource(asset: Asset, standard: string, port: number): Promise<Resource> {
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
    contentType: mediaType(fileName),
  };
  return {
    metadata: noMetadata,
    sys: sysOf('Asset', asset.id, someDay),
    fields: { title: { [standard]: placeOf(asset.id) }, file: { [standard]: file } },
  };
}

function contentTypeResource(type: ContentTypeName, standard: string): ContentTypeResource {
  return { sys: sysOf('ContentType', type, someDay), ...contentTypeDefinition(type, standard) };
}
