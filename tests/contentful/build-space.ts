/** Builds a space for the stand-in from a folder of entries, in Contentful's own format for exports. */
import path from 'node:path';
import sharp from 'sharp';
import { isLocale, locales, toLocale, type Locale } from '@/i18n/locales';
import { OperatorError } from '@/model/operator-error';
import { contentTypeNames, type RawEntry } from '@/model/types/entry';
import { splitFields } from '@/sources/contentful/flat-fields';
import { buildContentTypeDefinition } from '@/sources/contentful/model/content-types';
import { listModelFields } from '@/sources/contentful/stored-fields';
import { encodeFields, type WireFields } from '@/sources/contentful/wire';
import { picturePath } from '@/sources/files/media';
import type { Asset, SourceContent } from '@/sources/source';
import type { ExportedContent, SpaceExport } from '../../packages/contentful-local/server.ts';
import { buildLocales, type LocaleSetting } from './locale-settings';

/** What a folder becomes: the parts of an export that this program uses. */
export type BuiltSpace = Required<Pick<SpaceExport, 'locales' | 'contentTypes' | 'entries' | 'assets'>>;

/** Where an asset's file is: `asset-files/local/orgs--x.png/orgs--x.png`. */
export const assetPath = (id: string) =>
  `asset-files/local/${encodeURIComponent(id)}/${encodeURIComponent(id)}`;

/**
 * Builds a space. The locales that it should have, and those that it has, differ only with a fault. Rejects with an
 * `OperatorError` if a space can't contain the entries.
 */
export async function buildSpace(
  content: SourceContent,
  intendedLocales: readonly LocaleSetting[],
  actualLocales: readonly LocaleSetting[],
): Promise<BuiltSpace> {
  const codes = actualLocales.map(({ code }) => code);
  const [defaultCode = ''] = codes;
  const languages = intendedLocales.flatMap(({ code }) => toLocale(code) ?? []);
  const published = selectPublished(content.entries, languages);
  return {
    locales: buildLocales(actualLocales),
    contentTypes: contentTypeNames.map((type) => ({
      ...buildContentTypeDefinition(type, defaultCode),
      sys: { id: type, publishedVersion: 1 },
    })),
    entries: [
      ...published.map((entry) => buildEntry(entry, codes, true)),
      ...content.entries.filter(isUnpublished).map((entry) => buildEntry(entry, codes, false)),
    ],
    assets: await Promise.all([...content.assets.values()].map((asset) => buildAsset(asset, defaultCode))),
  };
}

/** True for drafts and entries in review: in Contentful they aren't published, so Delivery doesn't show them. */
function isUnpublished({ shared }: RawEntry): boolean {
  return shared['status'] === 'draft' || shared['status'] === 'review';
}

function isComplete(entry: RawEntry, locale: Locale): boolean {
  const fields = entry.locales[locale];
  return listModelFields(entry.type)
    .filter(({ localized, required }) => localized && required)
    .every(({ id }) => fields?.[id] !== undefined && fields[id] !== null && fields[id] !== '');
}

/**
 * Adapts an entry to a space with these languages. If its original language isn't one of them, the entry needs a language
 * in which it is complete, which becomes its original language. Without one it is left out.
 */
function adaptToLanguages(entry: RawEntry, languages: readonly Locale[]): RawEntry[] {
  const original = entry.shared['originalLanguage'];
  if (!isLocale(original) || languages.includes(original)) return [entry];
  const instead = languages.find((language) => isComplete(entry, language));
  return instead === undefined ? [] : [{ ...entry, shared: { ...entry.shared, originalLanguage: instead } }];
}

/** Selects the entries that Delivery would show. Throws an `OperatorError` if two have the same id. */
function selectPublished(entries: readonly RawEntry[], languages: readonly Locale[]): RawEntry[] {
  const published = entries
    .filter((entry) => !isUnpublished(entry))
    .flatMap((entry) => adaptToLanguages(entry, languages));
  const seen = new Map<string, RawEntry>();
  for (const entry of published) {
    const other = seen.get(entry.id);
    if (other) {
      throw new OperatorError(
        `${other.origin.label} and ${entry.origin.label} have the same id, “${entry.id}”.`,
        'In Contentful an id is unique in the whole environment, not within a type: rename one of them.',
      );
    }
    seen.set(entry.id, entry);
  }
  return published;
}

/** Encodes the fields of an entry. Every code gets the values of its language: both `en-US` and `en-GB` get those of `en`. */
function encodeInCodes(entry: RawEntry, codes: readonly string[]): WireFields {
  const codesByLocale = locales.map((locale) => codes.filter((code) => toLocale(code) === locale));
  const rounds = Math.max(1, ...codesByLocale.map((sameLanguage) => sameLanguage.length));
  const fields: Record<string, Record<string, unknown>> = {};
  for (let round = 0; round < rounds; round += 1) {
    const byLocale = new Map(
      locales.flatMap((locale, index): [Locale, string][] => {
        const code = codesByLocale[index]?.[round];
        return code === undefined ? [] : [[locale, code]];
      }),
    );
    const encoded = encodeFields(entry.type, entry, { default: codes[0] ?? '', byLocale });
    for (const [id, values] of Object.entries(encoded)) fields[id] = { ...fields[id], ...values };
  }
  return splitFields(entry.type, fields);
}

function buildEntry(entry: RawEntry, codes: readonly string[], isPublished: boolean): ExportedContent {
  const { updated } = entry.shared;
  const isDay = typeof updated === 'string' && /^\d{4}-\d{2}-\d{2}$/.test(updated);
  return {
    sys: {
      id: entry.id,
      contentType: { sys: { id: entry.type } },
      ...(isPublished && { publishedVersion: 1 }),
      ...(isDay && { createdAt: `${updated}T00:00:00.000Z` }),
    },
    fields: encodeInCodes(entry, codes),
  };
}

async function buildAsset({ id, read }: Asset, code: string): Promise<ExportedContent> {
  const bytes = await read();
  const picture = await sharp(bytes)
    .metadata()
    .catch(() => undefined);
  const image = picture && { image: { width: picture.width, height: picture.height } };
  const file = {
    url: `//127.0.0.1/${assetPath(id)}`,
    details: { size: bytes.length, ...image },
    fileName: path.posix.basename(id),
    contentType: picture?.mediaType ?? 'application/octet-stream',
  };
  return {
    sys: { id, publishedVersion: 1 },
    fields: { title: { [code]: picturePath(id) }, file: { [code]: file } },
  };
}
