/** Compares pictures of the content folder with the assets of a space. */
import type { AssetProps } from 'contentful-management';
import type { SpaceCredentials } from '@/config/space';
import type { WireFields } from '@/sources/contentful/wire';
import { createAsset } from '@/sources/contentful/assets';
import { defaultSettings } from '@/sources/contentful/contentful-config';
import { readNested, isRecord } from '@/model/json';
import type { Asset } from '@/sources/source';
import { choosePushVerdict, type PushVerdict } from './push-plan';
import { isFullyPublished, type SpaceContent } from '../space-content';
import type { SyncChoices } from '../sync/choices';
import { compareForPush, type SyncDifference } from '../sync/compare';
import type { SyncRecord } from '../sync/sync-record';
import { hashFields, hashVersion, type SyncState, type FieldHashes } from '../sync/sync-state';

/** The decision about one picture. */
export interface AssetPlan {
  readonly key: string;
  readonly asset: Asset;
  readonly stored: AssetProps | undefined;
  /** The content of its file in the words of `describeBytes`. */
  readonly content: string;
  /** The asset’s fields, with a hash of the picture in place of its file. */
  readonly inSpace: WireFields;
  readonly inFiles: WireFields;
  readonly differences: readonly SyncDifference[];
  readonly verdict: PushVerdict;
}

/** `picture/orgs--x.png` */
export const assetKey = (id: string) => `picture/${id}`;

/** Returns a space's asset as one of ours, or undefined if it has no file. */
export function openStoredAsset(
  asset: AssetProps,
  { locales }: Pick<SpaceContent, 'locales'>,
  target: SpaceCredentials,
): Asset | undefined {
  const value = isRecord(asset) ? asset : {};
  return createAsset({ id: asset.sys.id, value }, locales.codes, target, defaultSettings);
}

/** Describes a picture by its size and a hash, which differ for different pictures. */
export const describeBytes = (bytes: Uint8Array) =>
  `a picture of ${bytes.length} bytes (${hashVersion(bytes)})`;

/** Returns a picture as the fields of an asset: files have only its `file`. */
export const buildPictureFields = (content: string, code: string): WireFields => ({
  file: { [code]: content },
});

/** Returns an asset’s fields with a description of its file instead of its address, which differs in each space. */
function buildComparableFields(asset: Pick<AssetProps, 'fields'>, code: string, file: unknown): WireFields {
  const fields = asset.fields as unknown as WireFields;
  return { ...fields, file: { ...fields['file'], [code]: file } };
}

/** Describes an asset’s file. For one that wasn't processed yet it returns the upload's id. */
async function describeStoredFile(
  asset: AssetProps,
  space: Pick<SpaceContent, 'locales'>,
  target: SpaceCredentials,
): Promise<unknown> {
  const file = openStoredAsset(asset, space, target);
  if (file) return describeBytes(await file.read());
  return readNested(asset.fields.file, space.locales.codes.default, 'uploadFrom', 'sys', 'id');
}

/** Hashes the fields of an asset whose file has this content. */
export function hashAsset(asset: Pick<AssetProps, 'fields'>, code: string, content: string): FieldHashes {
  return hashFields(buildComparableFields(asset, code, content));
}

/** Returns the state of an asset that a push or pull records. */
export function buildAssetState(asset: AssetProps, code: string, content: string): SyncState {
  return { fields: hashAsset(asset, code, content), publishedVersion: asset.sys.publishedVersion };
}

/** Decides what to do about a picture, by the present asset in the space. Rejects with an `OperatorError`. */
export async function planAsset(
  asset: Asset,
  stored: AssetProps | undefined,
  { space, target, record, choices }: AssetPlanContext,
): Promise<AssetPlan> {
  const key = assetKey(asset.id);
  const code = space.locales.codes.default;
  const inSpace = stored
    ? buildComparableFields(stored, code, await describeStoredFile(stored, space, target))
    : {};
  const content = describeBytes(await asset.read());
  const inFiles = buildPictureFields(content, code);
  const isOwn = (field: string) => field === `${code}.file`;
  const wanted = { fields: inFiles, isPublished: true, isOwn };
  const comparable = stored && { sys: stored.sys, fields: inSpace };
  const differences = compareForPush(wanted, comparable, record.known(key));
  const isDue = !stored || differences.length > 0 || !isFullyPublished(stored);
  const verdict = isDue ? choosePushVerdict(differences, choices(key)) : 'same';
  return { key, asset, stored, content, inSpace, inFiles, differences, verdict };
}

export interface AssetPlanContext {
  readonly space: SpaceContent;
  readonly target: SpaceCredentials;
  readonly record: SyncRecord;
  readonly choices: SyncChoices;
}
