/** `npm run cms -- pull`: a space into the content folder. */
import { mkdir, readFile, rename, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { requireManagement } from '@/config/space';
import type { SpaceCredentials } from '@/config/space';
import type { AssetProps } from 'contentful-management';
import { knownIn } from '../import/known-entries';
import type { WireFields } from '@/sources/contentful/wire';
import { pictureAssetId, picturePath } from '@/sources/files/media';
import { entryFilePath } from '@/sources/files/format-entry';
import { assertEnvironment, everyItem, openManagement, type Ask } from '../management';
import {
  decidePull,
  filePlan,
  rawEntryOf,
  type FilePlan,
  type PulledEntry,
  type PullVerdict,
} from './pull-plan';
import { assetKey, assetState, storedFile, describeBytes, pictureFields } from '../push/push-assets';
import type { Surroundings, TransferOptions } from '../push/push-command';
import { entryKey } from '../push/push-plan';
import { isCurrent, readSpace, typeOf, type SpaceContent, type SpaceEntry } from '../space-content';
import { readChoices, type SyncChoices } from '../sync/choices';
import type { SyncDifference } from '../sync/compare';
import { differenceLines, oneSidedLine, titleOf, type Differing } from '../sync/describe';
import { openSyncRecord, syncRecordFile, type SyncRecord } from '../sync/record';
import { baseState, hashFields, type SyncState } from '../sync/state';

/** What is to be done about a picture’s file. */
interface PicturePlan {
  readonly key: string;
  /** Below the content folder. */
  readonly file: string;
  readonly picture: Picture;
  readonly latest: AssetProps;
  readonly verdict: PullVerdict;
  readonly differences: readonly SyncDifference[];
  readonly agreed: SyncState | undefined;
  readonly inSpace: WireFields;
  readonly inFiles: WireFields;
}

/** A path within the media folder: the asset's title where a push has put it there, else made of the id. */
function pictureFile({ sys: { id }, fields }: AssetProps, code: string): string {
  const title = fields.title[code];
  const isPlace =
    title !== undefined && pictureAssetId(`/media/${title}`) === id && !title.split('/').includes('..');
  return path.join('media', isPlace ? title : picturePath(id));
}

/** A picture of the space. */
interface Picture {
  readonly live: AssetProps;
  /** What it holds, as `describeBytes` has it. */
  readonly content: string;
  /** Downloads it again where the folder had it already: all of them may be too much for the memory. */
  readonly read: () => Promise<Uint8Array>;
}

const contentOf = (file: string) => readFile(file).then(describeBytes, () => undefined);

async function readPictures(
  assets: readonly AssetProps[],
  space: SpaceContent,
  target: SpaceCredentials,
  dir: string,
): Promise<Picture[]> {
  const pictures: Picture[] = [];
  for (const live of assets) {
    const file = storedFile(live, space, target);
    if (!file) continue;
    const bytes = await file.read();
    const content = describeBytes(bytes);
    const here = await contentOf(path.join(dir, pictureFile(live, space.locales.codes.default)));
    const isHere = here === content;
    pictures.push({ live, content, read: () => (isHere ? file.read() : Promise.resolve(bytes)) });
  }
  return pictures;
}

async function planPicture(
  picture: Picture,
  space: SpaceContent,
  dir: string,
  record: SyncRecord,
  choices: SyncChoices,
): Promise<PicturePlan> {
  const { live, content } = picture;
  const code = space.locales.codes.default;
  const key = assetKey(live.sys.id);
  const file = pictureFile(live, code);
  const latest = space.assets.get(live.sys.id) ?? live;
  const inSpace = pictureFields(content, code);
  const state = {
    ...assetState(live, code, content),
    publishedVersion: latest.sys.publishedVersion,
  };
  const here = await contentOf(path.join(dir, file));
  const plan = { key, file, picture, latest, inSpace };
  if (here === undefined) return { ...plan, verdict: 'new', differences: [], agreed: state, inFiles: {} };
  const inFiles = pictureFields(here, code);
  const decision = decidePull(
    {
      base: baseState(record.known(key), state.fields),
      files: hashFields(inFiles),
      space: hashFields(inSpace),
      pulled: state,
      isLive: true,
    },
    choices(key),
  );
  return { ...plan, ...decision, inFiles };
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
async function readPublished(ask: Ask): Promise<{ entries: Map<string, SpaceEntry>; assets: AssetProps[] }> {
  const entries = await ask('reading the published entries', (client) =>
    everyItem((query) => client.entry.getPublished<WireFields>({ query })),
  );
  const assets = await ask('reading the published assets', (client) =>
    everyItem((query) => client.asset.getPublished({ query })),
  );
  return { entries: new Map(entries.map((entry) => [entry.sys.id, entry])), assets };
}

/** The space's entries as ours, and what is to be told of them. */
function pulledEntries(
  space: SpaceContent,
  published: ReadonlyMap<string, SpaceEntry>,
): { readonly entries: PulledEntry[]; readonly notes: string[] } {
  const notes: string[] = [];
  const entries = [...space.entries.values()].flatMap((latest): PulledEntry[] => {
    const name = `${typeOf(latest) ?? ''} ${latest.sys.id}`;
    if (latest.sys.archivedVersion !== undefined) return [];
    const live = published.get(latest.sys.id);
    if (live && !isCurrent(latest))
      notes.push(`${name} has changes that aren’t published, and aren’t pulled`);
    const theirs = rawEntryOf(live ?? latest, space.locales.codes, live !== undefined);
    if (!theirs) notes.push(`${name} isn’t published, and isn’t pulled: it has no status that could say so`);
    return theirs ? [{ latest, live, theirs }] : [];
  });
  return { entries, notes };
}

type Plan = FilePlan | PicturePlan;

const toWrite: readonly PullVerdict[] = ['new', 'write', 'overwrite'];

const isDue = ({ verdict }: Pick<Plan, 'verdict'>) => toWrite.includes(verdict);

function differing(plan: Plan): Differing {
  const { key, inSpace, inFiles, differences } = plan;
  const isPublishedInFiles = true;
  if (!('pulled' in plan))
    return { key, stored: plan.latest, inSpace, inFiles, isPublishedInFiles, differences };
  const { latest: stored, theirs } = plan.pulled;
  const { type } = theirs;
  return { key, type, title: titleOf(theirs), stored, inSpace, inFiles, isPublishedInFiles, differences };
}

function planLines(files: readonly FilePlan[], pictures: readonly PicturePlan[]): string[] {
  return [
    ...pictures.filter(isDue).map(({ file }) => `+ ${file}`),
    ...files
      .filter(isDue)
      .map(({ file, verdict, changes }) =>
        verdict === 'new' ? `+ ${file}` : `~ ${file}: ${changes.join(', ')}`,
      ),
    ...[...pictures, ...files].flatMap((plan) => {
      if (plan.verdict === 'keep') return [`  stays as it is here, as chosen: ${plan.key}`];
      return plan.verdict === 'overwrite'
        ? differenceLines(differing(plan), 'is overwritten here, as chosen.')
        : [];
    }),
  ];
}

/** What stays as it is so that nothing is lost, and what to do about it. */
function unwrittenLines(plans: readonly Plan[]): string[] {
  const conflicts = plans.filter(({ verdict }) => verdict === 'conflict');
  const keys = conflicts.map(({ key }) => key).join(',');
  return [
    ...plans
      .filter(({ verdict }) => verdict === 'edited')
      .map((plan) =>
        oneSidedLine(
          differing(plan),
          'was changed here only, and stays',
          'npm run cms -- push brings it there.',
        ),
      ),
    ...conflicts.flatMap((plan) => differenceLines(differing(plan), 'was not pulled: both sides differ.')),
    ...(conflicts.length === 0
      ? []
      : [
          'To settle these, edit the files by hand, or run pull with',
          `  --overwrite ${keys}   to replace what the files have`,
          `  --keep ${keys}   to leave what the files have, and not be told again in this run`,
        ]),
  ];
}

function closingLine(files: readonly FilePlan[], pictures: readonly PicturePlan[], dir: string): string {
  const [entryCount, pictureCount] = [files.filter(isDue).length, pictures.filter(isDue).length];
  if (entryCount + pictureCount > 0)
    return `Wrote ${entryCount} entries and ${pictureCount} pictures into ${dir}.`;
  const isSettled = [...files, ...pictures].every(({ verdict }) => verdict === 'same');
  return isSettled ? `Nothing is to be written: ${dir} has what the space has.` : 'Nothing was written.';
}

/**
 * Brings what differs into the content folder. Entries that aren't published come as drafts; what only the folder has
 * stays. What was changed in the folder since the last push or pull is overwritten only where that was chosen. Resolves to
 * a process exit code: 0, or 1 where a file couldn't be overwritten or is in conflict or, with `dryRun`, something is to be
 * done. Rejects with an `OperatorError`.
 */
export async function pull(
  { dryRun = false, ...options }: TransferOptions,
  { config, print, recordDir }: Surroundings,
): Promise<number> {
  const target = requireManagement(config);
  const { dir } = config.content;
  const ask = openManagement(target);
  const { sys } = await assertEnvironment(ask, target);
  print(`Reading space ${target.space}, environment ${target.environment}`);
  const space = await readSpace(ask, print);
  const published = await readPublished(ask);
  const { entries, notes } = pulledEntries(space, published.entries);
  const read = await readPictures(published.assets, space, target, dir);
  const record = await openSyncRecord(syncRecordFile(target, dir, recordDir), sys.createdAt);

  // Read last, so that what is edited meanwhile is seen.
  const here = await knownIn([dir]);
  const ours = new Map(here.entries.map((entry) => [entryKey(entry), entry]));
  const names = entries.map(({ theirs }) => entryKey(theirs));
  const choices = readChoices(options, new Set([...names, ...read.map(({ live }) => assetKey(live.sys.id))]));
  // A file that can't be read may hold somebody's unfinished work.
  const spoilt = entries.filter(
    ({ theirs }) =>
      !ours.has(entryKey(theirs)) &&
      here.ids.has(theirs.id) &&
      !here.entries.some(({ id }) => id === theirs.id),
  );
  const { codes } = space.locales;
  const files = entries
    .filter((entry) => !spoilt.includes(entry))
    .map((entry) => {
      const key = entryKey(entry.theirs);
      return filePlan(entry, ours.get(key), codes, record.known(key), choices(key));
    });
  const pictures: PicturePlan[] = [];
  for (const picture of read) pictures.push(await planPicture(picture, space, dir, record, choices));
  const theirs = new Set(names);
  const onlyHere = here.entries.filter((entry) => !theirs.has(entryKey(entry)));

  for (const line of planLines(files, pictures)) print(line);
  for (const { theirs: entry } of spoilt)
    print(`! ${entryFilePath(entry)} can’t be read, and is not overwritten. Mend or delete it.`);
  for (const note of notes) print(`! ${note}`);
  for (const entry of onlyHere) print(`  only in ${dir}, and stays: ${entryFilePath(entry)}`);
  const all = [...pictures, ...files];
  for (const line of unwrittenLines(all)) print(line);
  const isBlocked = spoilt.length > 0 || all.some(({ verdict }) => verdict === 'conflict');
  if (dryRun && all.some(isDue)) {
    print('Nothing was changed.');
    return 1;
  }
  for (const plan of dryRun ? [] : all) {
    if (isDue(plan)) await put(dir, plan.file, 'text' in plan ? plan.text : await plan.picture.read());
    if (plan.agreed) await record.confirm(plan.key, plan.agreed);
  }
  print(closingLine(files, pictures, dir));
  return isBlocked ? 1 : 0;
}
