/** Compares pictures of the content folder with the assets of a space. */
import { createHash } from 'node:crypto';
import type { AssetProps } from 'contentful-management';
import type { SpaceCredentials } from '@/config/space';
import type { WireFields } from '@/sources/contentful/wire';
import { createAsset } from '@/sources/contentful/assets';
import { defaultSettings } from '@/sources/contentful/contentful-config';
import { isRecord } from '@/model/json';
import type { Asset } from '@/sources/source';
import type { SpaceContent } from '../space-content';
import { listDifferences } from '../transfer/compare';
import type { ComparedItem } from './format-differences';
import { addStates, choosePushVerdict, wasEverPublished, type PushVerdict } from './push-verdict';

/** The decision about one picture. Its only field is its file, as `describePicture` puts it. */
export interface AssetPlan extends ComparedItem {
  readonly asset: Asset;
  readonly stored: AssetProps | undefined;
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

/** Describes a picture, as the field of an asset that files have, by its size and a hash: 64 bits of SHA-256. */
function describePicture(bytes: Uint8Array, code: string): WireFields {
  const hash = createHash('sha256').update(bytes).digest('hex').slice(0, 16);
  return { file: { [code]: `a picture of ${bytes.length} bytes (${hash})` } };
}

/** Decides what to do about a picture, by the asset in the space. Rejects with an `OperatorError`. */
export async function planAsset(
  asset: Asset,
  space: SpaceContent,
  target: SpaceCredentials,
  isChosen: boolean,
): Promise<AssetPlan> {
  const code = space.locales.codes.default;
  const inFiles = describePicture(await asset.read(), code);
  const stored = space.assets.get(asset.id);
  const file = stored && openStoredAsset(stored, space, target);
  const inSpace = file ? describePicture(await file.read(), code) : {};
  // An asset without a file is what an interrupted push leaves. Nothing is overwritten there.
  const isUnfinished = stored !== undefined && !file && !wasEverPublished(stored);
  const changes = isUnfinished ? [] : listDifferences(inSpace, inFiles);
  const differences = stored ? addStates(changes, true, stored) : [];
  const item = { key: assetKey(asset.id), stored, inSpace, inFiles, isPublishedInFiles: true, differences };
  return { ...item, asset, verdict: choosePushVerdict(item, isChosen) };
}
