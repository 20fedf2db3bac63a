/** Reads and writes the pictures in the content folder for the editor. They are named by their addresses in the fields. */
import { rm } from 'node:fs/promises';
import type { PictureFile } from '@scripts/forms/ui/form-context';
import { replaceFile } from '@scripts/cms/edit/entry-store';
import { rawEntryTitle } from '@/model/fields/entry-title';
import { picturesOf } from '@/model/fields/walk';
import { decodePicture, UnreadablePictureError } from '@/pipeline/pictures/picture-maker';
import { createFilesSource } from '@/sources/files/files-source';
import { pictureAddress, pictureAssetId, readMedia } from '@/sources/files/media';
import { isPictureAddress, pictureFile, readContentFile } from './content-path';
import { refuseDeletion } from './guards';
import { StorageRefusal } from './storage-refusal';

/** Lists the pictures of all folders, with the titles of the entries that show each. */
export async function listPictures(root: string): Promise<PictureFile[]> {
  const ignore = () => undefined;
  const [pictures, { entries }] = await Promise.all([
    readMedia(root, ignore),
    createFilesSource(root).read(ignore),
  ]);
  const uses = new Map<string, string[]>();
  for (const entry of entries)
    for (const asset of picturesOf(entry))
      uses.set(asset, [...(uses.get(asset) ?? []), rawEntryTitle(entry)]);
  return [...pictures.keys()]
    .map((id) => ({ address: pictureAddress(id), usedIn: uses.get(id) ?? [] }))
    .filter(({ address }) => isPictureAddress(address));
}

/** Reads a picture; undefined if there is none. */
export const readPicture = async (root: string, address: string): Promise<Buffer | undefined> =>
  readContentFile(root, pictureFile(root, address));

/** Saves a picture. Rejects with a `StorageRefusal` if it can't be decoded as a build does, or would replace another one. */
export async function savePicture(root: string, address: string, content: string): Promise<void> {
  const { name, file } = pictureFile(root, address);
  const bytes = Buffer.from(content, 'base64');
  const current = await readContentFile(root, { name, file });
  if (current?.equals(bytes)) return;
  if (current)
    throw new StorageRefusal(
      `${name} is there already and is another picture. Nothing was saved. Give your picture another name.`,
    );
  try {
    await decodePicture(bytes, 'wide');
  } catch (error) {
    if (!(error instanceof UnreadablePictureError)) throw error;
    throw new StorageRefusal(
      `${name} is not a picture that can be read. Nothing was saved. Export it as PNG, JPEG, WebP, AVIF, GIF or SVG, with at most 100 million pixels.`,
    );
  }
  await replaceFile(file, bytes);
}

/** Deletes a picture. Rejects with a `StorageRefusal` if it is in use. */
export async function deletePicture(root: string, address: string): Promise<void> {
  const target = pictureFile(root, address);
  if (!(await readContentFile(root, target))) return;
  const asset = pictureAssetId(address);
  await refuseDeletion(root, address.replace('/media/', ''), (entry) => picturesOf(entry).includes(asset));
  await rm(target.file);
}
