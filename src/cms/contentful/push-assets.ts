/** Pictures of the content folder in a space. */
import path from 'node:path';
import { lookup } from 'mrmime';
import type { AssetProps } from 'contentful-management';
import { assetOf } from '@/sources/contentful/assets';
import { defaultSettings } from '@/sources/contentful/config';
import { isRecord } from '@/sources/contentful/json';
import { placeOf } from '@/sources/files/media';
import type { Asset } from '@/sources/source';
import type { Ask, ManagementConfig } from './management';
import { isCurrent, type SpaceContent } from './space-content';

/** The bytes of a space's asset, or undefined where it has no file. Rejects with a `SourceError`. */
export async function bytesOf(
  asset: AssetProps,
  { locales }: Pick<SpaceContent, 'locales'>,
  config: ManagementConfig,
): Promise<Uint8Array | undefined> {
  const value = isRecord(asset) ? asset : {};
  return assetOf({ id: asset.sys.id, value }, locales.codes, config, defaultSettings)?.read();
}

function sizeOf(asset: AssetProps, code: string): unknown {
  return asset.fields.file[code]?.details?.['size'];
}

/** True where the space has this file, published. */
export async function hasAsset(
  asset: Asset,
  bytes: Uint8Array,
  space: SpaceContent,
  config: ManagementConfig,
): Promise<boolean> {
  const stored = space.assets.get(asset.id);
  if (!stored || !isCurrent(stored) || sizeOf(stored, space.locales.codes.default) !== bytes.length)
    return false;
  const theirs = await bytesOf(stored, space, config);
  return theirs !== undefined && Buffer.compare(bytes, theirs) === 0;
}

/** Uploads a picture, waits until Contentful has it, and publishes it. Its title says where it lies. */
export async function putAsset(
  ask: Ask,
  { id }: Asset,
  bytes: Uint8Array,
  space: SpaceContent,
): Promise<void> {
  const code = space.locales.codes.default;
  const place = placeOf(id);
  const doing = `uploading the picture ${place}`;
  const file = bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.byteLength) as ArrayBuffer;
  const upload = await ask(doing, (client) => client.upload.create({}, { file }));
  const fields = {
    title: { [code]: place },
    description: {},
    file: {
      [code]: {
        contentType: lookup(place) ?? 'application/octet-stream',
        fileName: path.posix.basename(place),
        uploadFrom: { sys: { type: 'Link' as const, linkType: 'Upload' as const, id: upload.sys.id } },
      },
    },
  };
  const stored = space.assets.get(id);
  const written = await ask(doing, (client) =>
    stored
      ? client.asset.update({ assetId: id }, { ...stored, fields: { ...stored.fields, ...fields } })
      : client.asset.createWithId({ assetId: id }, { fields }),
  );
  const processed = await ask(doing, (client) => client.asset.processForAllLocales({}, written));
  await ask(`publishing the picture ${place}`, (client) => client.asset.publish({ assetId: id }, processed));
}
