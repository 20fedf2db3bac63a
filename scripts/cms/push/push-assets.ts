/** Pictures of the content folder in a space. */
import path from 'node:path';
import { lookup } from 'mrmime';
import type { AssetProps, PlainClientAPI } from 'contentful-management';
import { createAsset } from '@/sources/contentful/assets';
import type { SpaceCredentials } from '@/config/space';
import { defaultSettings } from '@/sources/contentful/contentful-config';
import { readNested, isRecord } from '@/sources/contentful/json';
import type { WireFields } from '@/sources/contentful/wire';
import { picturePath } from '@/sources/files/media';
import type { Asset } from '@/sources/source';
import type { Ask } from '../management';
import { pushVerdict, type PushVerdict } from './push-plan';
import { isCurrent, type SpaceContent } from '../space-content';
import { attempt, type WriteAttempt } from '../sync/attempt';
import type { SyncChoices } from '../sync/choices';
import { differencesForPush, type SyncDifference } from '../sync/compare';
import type { SyncRecord } from '../sync/record';
import { hashFields, isSame, shortHash, type FieldHashes, type SyncState } from '../sync/state';

/** What is to be done about one picture. */
export interface AssetPlan {
  readonly key: string;
  readonly asset: Asset;
  readonly stored: AssetProps | undefined;
  /** What its file holds, as `describeBytes` has it. */
  readonly content: string;
  /** The asset’s fields, with a hash of the picture in place of its file. */
  readonly inSpace: WireFields;
  readonly inFiles: WireFields;
  readonly differences: readonly SyncDifference[];
  readonly verdict: PushVerdict;
}

/** `picture/orgs--x.png` */
export const assetKey = (id: string) => `picture/${id}`;

/** A space's asset as one of ours, or undefined where it has no file. */
export function storedFile(
  asset: AssetProps,
  { locales }: Pick<SpaceContent, 'locales'>,
  target: SpaceCredentials,
): Asset | undefined {
  const value = isRecord(asset) ? asset : {};
  return createAsset({ id: asset.sys.id, value }, locales.codes, target, defaultSettings);
}

/** A picture in words, which are the same for the same picture only. */
export const describeBytes = (bytes: Uint8Array) =>
  `a picture of ${bytes.length} bytes (${shortHash(bytes)})`;

/** A picture as the one field that files have of an asset. */
export const pictureFields = (content: string, code: string): WireFields => ({ file: { [code]: content } });

/** An asset’s fields with what its file holds in place of where it is, which is another address in each space. */
function comparableFields(asset: Pick<AssetProps, 'fields'>, code: string, file: unknown): WireFields {
  const fields = asset.fields as unknown as WireFields;
  return { ...fields, file: { ...fields['file'], [code]: file } };
}

/** What an asset’s file holds; for one that was uploaded and not processed yet, the upload. */
async function fileIn(
  asset: AssetProps,
  space: Pick<SpaceContent, 'locales'>,
  target: SpaceCredentials,
): Promise<unknown> {
  const file = storedFile(asset, space, target);
  if (file) return describeBytes(await file.read());
  return readNested(asset.fields.file, space.locales.codes.default, 'uploadFrom', 'sys', 'id');
}

/** Hashes of an asset whose file holds this. */
function hashAsset(asset: Pick<AssetProps, 'fields'>, code: string, content: string): FieldHashes {
  return hashFields(comparableFields(asset, code, content));
}

/** What a push or pull remembers of an asset. */
export function assetState(asset: AssetProps, code: string, content: string): SyncState {
  return { fields: hashAsset(asset, code, content), publishedVersion: asset.sys.publishedVersion };
}

/** What is to be done about one picture, as the space has it now. Rejects with a `SourceError`. */
export async function planAsset(
  asset: Asset,
  stored: AssetProps | undefined,
  { space, target, record, choices }: AssetPlanning,
): Promise<AssetPlan> {
  const key = assetKey(asset.id);
  const code = space.locales.codes.default;
  const inSpace = stored ? comparableFields(stored, code, await fileIn(stored, space, target)) : {};
  const content = describeBytes(await asset.read());
  const inFiles = pictureFields(content, code);
  const isOwn = (field: string) => field === `${code}.file`;
  const wanted = { fields: inFiles, isPublished: true, isOwn };
  const comparable = stored && { sys: stored.sys, fields: inSpace };
  const differences = differencesForPush(wanted, comparable, record.known(key));
  const isDue = !stored || differences.length > 0 || !isCurrent(stored);
  const verdict = isDue ? pushVerdict(differences, choices(key)) : 'same';
  return { key, asset, stored, content, inSpace, inFiles, differences, verdict };
}

export interface AssetPlanning {
  readonly space: SpaceContent;
  readonly target: SpaceCredentials;
  readonly record: SyncRecord;
  readonly choices: SyncChoices;
}

/** An asset whose file is the upload. An editor’s title, description and files in other languages stay. */
function withUpload(
  id: string,
  stored: AssetProps | undefined,
  code: string,
  uploadId: string,
): AssetProps['fields'] {
  const place = picturePath(id);
  const fields = stored?.fields;
  return {
    ...fields,
    title: { [code]: place, ...fields?.title },
    file: {
      ...fields?.file,
      [code]: {
        contentType: lookup(place) ?? 'application/octet-stream',
        fileName: path.posix.basename(place),
        uploadFrom: { sys: { type: 'Link' as const, linkType: 'Upload' as const, id: uploadId } },
      },
    },
  };
}

/** An archived asset can’t be changed. */
async function unarchive(ask: Ask, archived: AssetProps): Promise<WriteAttempt<AssetProps>> {
  const assetId = archived.sys.id;
  const present = await ask(`unarchiving ${assetId}`, (client) => client.asset.unarchive({ assetId }));
  return present.sys.version === archived.sys.version + 1 ? { changed: present } : { overtakenBy: present };
}

/** Uploads a picture into an asset, and waits until Contentful has it. */
async function writeAsset(
  ask: Ask,
  { key, asset }: AssetPlan,
  seen: AssetProps | undefined,
  code: string,
  record: SyncRecord,
): Promise<WriteAttempt<AssetProps>> {
  const assetId = asset.id;
  const doing = `uploading the picture ${picturePath(assetId)}`;
  const get = (client: PlainClientAPI) => client.asset.get({ assetId });
  const bytes = await asset.read();
  const content = describeBytes(bytes);
  const file = bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.byteLength) as ArrayBuffer;
  const upload = await ask(doing, (client) => client.upload.create({}, { file }));
  const fields = withUpload(assetId, seen, code, upload.sys.id);
  const uploadIn = ({ fields: present }: Pick<AssetProps, 'fields'>) =>
    readNested(present.file, code, 'uploadFrom', 'sys', 'id');
  const intend = (present: string) =>
    record.intend(key, {
      fields: hashAsset({ fields }, code, present),
      publishedVersion: seen?.sys.publishedVersion,
    });

  await intend(upload.sys.id);
  const written = await attempt<AssetProps>(ask, {
    doing,
    seen,
    make: (client) =>
      seen
        ? client.asset.update({ assetId }, { ...seen, fields })
        : client.asset.createWithId({ assetId }, { fields }),
    get,
    isMade: (present) => uploadIn(present) === upload.sys.id,
  });
  if ('overtakenBy' in written) return written;
  await record.confirm(key, assetState(written.changed, code, upload.sys.id));

  await intend(content);
  const isProcessed = (present: AssetProps) =>
    present.fields.file[code]?.details?.['size'] === bytes.length &&
    isSame(hashAsset(present, code, content), hashAsset({ fields }, code, content));
  const processed = await attempt<AssetProps>(ask, {
    doing,
    seen: written.changed,
    make: (client) => client.asset.processForLocale({}, written.changed, code),
    get,
    isMade: isProcessed,
  });
  // The client waits for the file with any version, so that it may be a later one.
  if ('changed' in processed && !isProcessed(processed.changed)) return { overtakenBy: processed.changed };
  if ('changed' in processed) await record.confirm(key, assetState(processed.changed, code, content));
  return processed;
}

/**
 * Uploads a picture where Contentful has another one, and publishes it. The title of a new one says where it lies. One
 * that was changed meanwhile is left as it is.
 */
export async function putAsset(
  ask: Ask,
  plan: AssetPlan,
  space: Pick<SpaceContent, 'locales'>,
  record: SyncRecord,
): Promise<WriteAttempt<AssetProps>> {
  const code = space.locales.codes.default;
  const assetId = plan.asset.id;
  const ready =
    plan.stored?.sys.archivedVersion === undefined
      ? { changed: plan.stored }
      : await unarchive(ask, plan.stored);
  if ('overtakenBy' in ready) return ready;
  const isThere = ready.changed && plan.inSpace['file']?.[code] === plan.inFiles['file']?.[code];
  const written: WriteAttempt<AssetProps> =
    ready.changed && isThere
      ? { changed: ready.changed }
      : await writeAsset(ask, plan, ready.changed, code, record);
  if ('overtakenBy' in written) return written;
  const seen = written.changed;
  const result = await attempt<AssetProps>(ask, {
    doing: `publishing the picture ${picturePath(assetId)}`,
    seen,
    make: (client) => client.asset.publish({ assetId }, seen),
    get: (client) => client.asset.get({ assetId }),
    isMade: (present) =>
      isCurrent(present) && isSame(hashAsset(present, code, ''), hashAsset(seen, code, '')),
  });
  if ('changed' in result) await record.confirm(plan.key, assetState(result.changed, code, plan.content));
  return result;
}
