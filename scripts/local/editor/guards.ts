/** What the editor's storage refuses, so that nothing is lost by a save or a deletion. Messages are for the editor. */
import path from 'node:path';
import { linksOf, picturesOf } from '@/model/fields/walk';
import { decodeText } from '@/sources/files/decode-text';
import { filesSource } from '@/sources/files/files';
import { assetIdOf } from '@/sources/files/media';
import { parseYaml, YamlError } from '@/sources/files/parse-yaml';
import type { ContentFile, EntryFile } from './content-path';

/** A file that can’t be read is shown as an empty form, and a save would replace it with that. */
export function overwriteRefusal(name: string, bytes: Uint8Array): string | undefined {
  try {
    parseYaml(decodeText(bytes));
    return undefined;
  } catch (error) {
    const reason = error instanceof YamlError ? `${error.message}. ${error.hint}` : 'can’t be read.';
    return `${name} ${reason} Nothing was saved: what is in the form isn’t what is in the file.`;
  }
}

/** Where an entry or a picture is used: the files that name it, from the folder above the content folder. */
async function usersOf(contentFolder: string, target: ContentFile | EntryFile): Promise<string[]> {
  const { entries } = await filesSource(contentFolder).pull(() => undefined);
  const asset = assetIdOf(`/${path.relative(contentFolder, target.file).split(path.sep).join('/')}`);
  return entries
    .filter((entry) =>
      'type' in target
        ? linksOf(entry).some((link) => link.id === target.id && link.to === target.type)
        : picturesOf(entry).includes(asset),
    )
    .map(({ origin }) => path.relative(path.dirname(contentFolder), origin.label));
}

/** Why an entry or a picture may not be deleted; undefined where nothing uses it. */
export async function deletionRefusal(
  contentFolder: string,
  target: ContentFile | EntryFile,
): Promise<string | undefined> {
  const users = await usersOf(contentFolder, target);
  if (users.length === 0) return undefined;
  return `${target.name} is still used by ${users.join(', ')}. Remove it there first, or close or pause the entry instead of deleting it.`;
}
