/** Reads the pictures of a space that the content folder doesn't have as they are. */
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import type { AssetProps } from 'contentful-management';
import type { SpaceCredentials } from '@/config/space';
import { pictureAssetId, picturePath } from '@/sources/files/media';
import { assetKey, openStoredAsset } from '../push/push-assets';
import type { SpaceContent } from '../space-content';
import type { PulledFile } from './plan-file';

/**
 * Returns a path in the content folder: the asset's title if a push wrote it, else one made from the id. Neither leads
 * out of the folder.
 */
function choosePictureFile({ sys: { id }, fields }: AssetProps, code: string): string {
  const isPlace = (name: string) =>
    pictureAssetId(`/media/${name}`) === id && !name.split('/').includes('..');
  return path.join('media', [fields.title[code] ?? '', picturePath(id)].find(isPlace) ?? id);
}

/** Downloads pictures, and resolves to those that differ from the file of their name, or have none. */
export async function readChangedPictures(
  assets: readonly AssetProps[],
  space: SpaceContent,
  target: SpaceCredentials,
  dir: string,
): Promise<PulledFile[]> {
  const changed: PulledFile[] = [];
  for (const live of assets) {
    const content = await openStoredAsset(live, space, target)?.read();
    if (!content) continue;
    const file = choosePictureFile(live, space.locales.codes.default);
    const here = await readFile(path.join(dir, file)).catch(() => undefined);
    if (!here?.equals(content)) changed.push({ key: assetKey(live.sys.id), file, content });
  }
  return changed;
}
