/** `npm run cms -- pull`: a space into the content folder. */
import { mkdir, readFile, rename, writeFile } from 'node:fs/promises';
import path from 'node:path';
import type { AssetProps } from 'contentful-management';
import { knownIn } from '@/cms/import/known-entries';
import type { RawEntry } from '@/model/entry';
import type { WireFields } from '@/sources/contentful/wire';
import { assetIdOf, placeOf } from '@/sources/files/media';
import { entryFile } from '@/sources/files/write-entry';
import {
  assertEnvironment,
  everyItem,
  managementConfig,
  openManagement,
  type Ask,
  type ManagementConfig,
} from './management';
import { filePlan, rawEntryOf, type FilePlan } from './pull-plan';
import { bytesOf } from './push-assets';
import type { Surroundings, TransferOptions } from './push-command';
import { isCurrent, readSpace, typeOf, type SpaceContent, type StoredEntry } from './space-content';

/** A file to write, below the content folder. */
interface PictureFile {
  readonly file: string;
  readonly bytes: Uint8Array;
}

/** A path within the media folder: the asset's title where a push has put it there, else made of the id. */
function pictureFile({ sys: { id }, fields }: AssetProps, code: string): string {
  const title = fields.title[code];
  const isPlace =
    title !== undefined && assetIdOf(`/media/${title}`) === id && !title.split('/').includes('..');
  return path.join('media', isPlace ? title : placeOf(id));
}

async function changedPictures(
  assets: readonly AssetProps[],
  space: SpaceContent,
  config: ManagementConfig,
  dir: string,
): Promise<PictureFile[]> {
  const files: PictureFile[] = [];
  for (const asset of assets) {
    const file = pictureFile(asset, space.locales.codes.default);
    const size = asset.fields.file[space.locales.codes.default]?.details?.['size'];
    const here = await readFile(path.join(dir, file)).catch(() => undefined);
    // A file of another size is another one; of one of the same size the bytes are compared.
    const bytes = await bytesOf(asset, space, config);
    if (bytes && !(here && here.length === size && here.equals(bytes))) files.push({ file, bytes });
  }
  return files;
}

/** Puts a file in its place at once, so that a torn one is never read. */
async function put(dir: string, file: string, content: string | Uint8Array): Promise<void> {
  const target = path.join(dir, file);
  const partial = path.join(path.dirname(target), `.${path.basename(target)}.${process.pid}`);
  await mkdir(path.dirname(target), { recursive: true });
  await writeFile(partial, content);
  await rename(partial, target);
}

/** What readers see: published states, whatever was changed since. */
async function readPublished(ask: Ask): Promise<{ entries: Map<string, StoredEntry>; assets: AssetProps[] }> {
  const entries = await ask('reading the published entries', (client) =>
    everyItem((query) => client.entry.getPublished<WireFields>({ query })),
  );
  const assets = await ask('reading the published assets', (client) =>
    everyItem((query) => client.asset.getPublished({ query })),
  );
  return { entries: new Map(entries.map((entry) => [entry.sys.id, entry])), assets };
}

/** The space's entries as ours, and what is to be told of them. */
function rawEntries(
  space: SpaceContent,
  published: ReadonlyMap<string, StoredEntry>,
): { readonly entries: RawEntry[]; readonly notes: string[] } {
  const notes: string[] = [];
  const entries = [...space.entries.values()].flatMap((latest): RawEntry[] => {
    const name = `${typeOf(latest) ?? ''} ${latest.sys.id}`;
    if (latest.sys.archivedVersion !== undefined) return [];
    const live = published.get(latest.sys.id);
    if (live && !isCurrent(latest))
      notes.push(`${name} has changes that aren’t published, and aren’t pulled`);
    const entry = rawEntryOf(live ?? latest, space.locales.codes, live !== undefined);
    if (!entry) notes.push(`${name} isn’t published, and isn’t pulled: it has no status that could say so`);
    return entry ? [entry] : [];
  });
  return { entries, notes };
}

function planLines(files: readonly FilePlan[], pictures: readonly PictureFile[]): string[] {
  return [
    ...pictures.map(({ file }) => `+ ${file}`),
    ...files.map(({ file, changes }) => (changes ? `~ ${file}: ${changes.join(', ')}` : `+ ${file}`)),
  ];
}

/**
 * Brings what differs into the content folder. Entries that aren't published come as drafts; what only the folder has
 * stays. Resolves to a process exit code: 0, or 1 where a file couldn't be overwritten or, with `dryRun`, something is
 * to be done. Rejects with an `OperatorError`.
 */
export async function pull(
  { dryRun = false }: TransferOptions,
  { env, print }: Surroundings,
): Promise<number> {
  const config = managementConfig(env);
  const dir = env['CONTENT_DIR'] || 'content';
  const ask = openManagement(config);
  await assertEnvironment(ask, config);
  print(`Reading space ${config.space}, environment ${config.environment}`);
  const space = await readSpace(ask, print);
  const published = await readPublished(ask);
  const { entries, notes } = rawEntries(space, published.entries);

  const here = await knownIn([dir]);
  const keyOf = ({ type, id }: Pick<RawEntry, 'type' | 'id'>) => `${type}/${id}`;
  const ours = new Map(here.entries.map((entry) => [keyOf(entry), entry]));
  // A file that can't be read may hold somebody's unfinished work.
  const spoilt = entries.filter(
    (entry) =>
      !ours.has(keyOf(entry)) && here.ids.has(entry.id) && !here.entries.some(({ id }) => id === entry.id),
  );
  const files = entries
    .filter((entry) => !spoilt.includes(entry))
    .flatMap((entry) => filePlan(entry, ours.get(keyOf(entry)), space.locales.codes) ?? []);
  const pictures = await changedPictures(published.assets, space, config, dir);
  const theirs = new Set(entries.map(keyOf));
  const onlyHere = here.entries.filter((entry) => !theirs.has(keyOf(entry)));

  for (const line of planLines(files, pictures)) print(line);
  for (const entry of spoilt)
    print(`! ${entryFile(entry)} can’t be read, and is not overwritten. Mend or delete it.`);
  for (const note of notes) print(`! ${note}`);
  for (const entry of onlyHere) print(`  only in ${dir}, and stays: ${entryFile(entry)}`);
  if (files.length + pictures.length === 0) {
    print(`Nothing is to be written: ${dir} has what the space has.`);
    return spoilt.length === 0 ? 0 : 1;
  }
  if (dryRun) {
    print('Nothing was changed.');
    return 1;
  }
  for (const { file, bytes } of pictures) await put(dir, file, bytes);
  for (const { file, text } of files) await put(dir, file, text);
  print(`Wrote ${files.length} entries and ${pictures.length} pictures into ${dir}.`);
  return spoilt.length === 0 ? 0 : 1;
}
