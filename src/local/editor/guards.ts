/** What the editor's storage refuses, so that nothing is lost by a save or a deletion. Messages are for the editor. */
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { entryId } from '@/model/fields';
import { linksOf, picturesOf } from '@/model/walk';
import { filesSource } from '@/sources/files/files';
import { decodeText } from '@/sources/files/decode-text';
import { assetIdOf } from '@/sources/files/media';
import { parseYaml, YamlError } from '@/sources/files/parse-yaml';

/** A request of the editor, as far as it concerns us. */
interface EditorRequest {
  readonly action?: unknown;
  readonly params?: {
    readonly path?: unknown;
    readonly paths?: unknown;
    readonly entry?: { readonly path?: unknown; readonly raw?: unknown };
    readonly dataFiles?: readonly { readonly path?: unknown; readonly raw?: unknown }[];
  };
}

const isText = (value: unknown): value is string => typeof value === 'string';

/** A file that can’t be read is shown as an empty form, and a save would put that in its place. */
async function overwriteRefusal(root: string, file: string): Promise<string | undefined> {
  const before = await readFile(path.join(root, file)).catch(() => undefined);
  if (before === undefined) return undefined;
  try {
    parseYaml(decodeText(before));
    return undefined;
  } catch (error) {
    const reason = error instanceof YamlError ? `${error.message}. ${error.hint}` : 'can’t be read.';
    return `${file} ${reason} Nothing was saved: what is in the form isn’t what is in the file.`;
  }
}

function nameRefusal(file: string): string | undefined {
  const id = path.parse(file).name;
  return entryId.safeParse(id).success
    ? undefined
    : `“${id}” can’t be an entry’s id: it has 1 to 64 letters, digits, dots, hyphens or underscores. Give a title in English, or a shorter one.`;
}

/** Where an entry or a picture is used: the files that name it. */
async function usersOf(root: string, content: string, file: string): Promise<string[]> {
  const { entries } = await filesSource(path.join(root, content)).pull(() => undefined);
  const inContent = path.posix.relative(content, file);
  const { dir: folder, name: id } = path.posix.parse(inContent);
  const asset = folder.startsWith('media') ? assetIdOf(`/${inContent}`) : undefined;
  const self = entries.find(({ origin }) => path.resolve(origin.label) === path.resolve(root, file));
  return entries
    .filter((entry) =>
      asset !== undefined
        ? picturesOf(entry).includes(asset)
        : linksOf(entry).some((link) => link.id === id && link.to === self?.type),
    )
    .map(({ origin }) => path.relative(root, origin.label));
}

async function deletionRefusal(root: string, content: string, file: string): Promise<string | undefined> {
  const users = await usersOf(root, content, file);
  if (users.length === 0) return undefined;
  return `${file} is still used by ${users.join(', ')}. Take it out there first, or close or pause it instead of deleting it.`;
}

/**
 * Why a request isn't carried out, as a sentence for the editor; undefined where nothing speaks against it.
 * `root` is the folder that the request's paths start from, `content` the content folder within it.
 */
export async function refusalOf(
  { action, params = {} }: EditorRequest,
  root: string,
  content: string,
): Promise<string | undefined> {
  if (action === 'persistEntry') {
    const files = params.dataFiles ?? (params.entry ? [params.entry] : []);
    for (const { path: file } of files.filter((one) => isText(one.path))) {
      const refusal = nameRefusal(String(file)) ?? (await overwriteRefusal(root, String(file)));
      if (refusal !== undefined) return refusal;
    }
  }
  if (action === 'deleteFile' || action === 'deleteFiles') {
    const files = [params.path, ...(Array.isArray(params.paths) ? (params.paths as unknown[]) : [])];
    for (const file of files.filter(isText)) {
      const refusal = await deletionRefusal(root, content, file);
      if (refusal !== undefined) return refusal;
    }
  }
  return undefined;
}
