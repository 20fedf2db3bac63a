/** Reads the pictures of a space, and decides which of them a pull writes. */
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import type { AssetProps } from 'contentful-management';
import type { SpaceCredentials } from '@/config/space';
import type { WireFields } from '@/sources/contentful/wire';
import { pictureAssetId, picturePath } from '@/sources/files/media';
import { decidePull, type PullVerdict } from './pull-plan';
import {
  assetKey,
  buildAssetState,
  openStoredAsset,
  describeBytes,
  buildPictureFields,
} from '../push/push-assets';
import type { SpaceContent } from '../space-content';
import type { SyncChoices } from '../sync/choices';
import type { SyncDifference } from '../sync/compare';
import type { SyncRecord } from '../sync/sync-record';
import { chooseBaseState, hashFields, type SyncState } from '../sync/sync-state';

/** The decision about a picture’s file. */
export interface PicturePlan {
  readonly key: string;
  /** Below the content folder. */
  readonly file: string;
  readonly picture: SpacePicture;
  readonly latest: AssetProps;
  readonly verdict: PullVerdict;
  readonly differences: readonly SyncDifference[];
  readonly agreed: SyncState | undefined;
  readonly inSpace: WireFields;
  readonly inFiles: WireFields;
}

/** A picture of the space. */
interface SpacePicture {
  readonly live: AssetProps;
  /** Its content in the words of `describeBytes`. */
  readonly content: string;
  /** Downloads it again if the folder has it: all pictures together may need too much memory. */
  readonly read: () => Promise<Uint8Array>;
}

/** Returns a path in the content folder: the asset's title if a push wrote it, else one made from the id. */
function choosePictureFile({ sys: { id }, fields }: AssetProps, code: string): string {
  const title = fields.title[code];
  const isPlace =
    title !== undefined && pictureAssetId(`/media/${title}`) === id && !title.split('/').includes('..');
  return path.join('media', isPlace ? title : picturePath(id));
}

const describeFile = (file: string) => readFile(file).then(describeBytes, () => undefined);

export async function readPictures(
  assets: readonly AssetProps[],
  space: SpaceContent,
  target: SpaceCredentials,
  dir: string,
): Promise<SpacePicture[]> {
  const pictures: SpacePicture[] = [];
  for (const live of assets) {
    const file = openStoredAsset(live, space, target);
    if (!file) continue;
    const bytes = await file.read();
    const content = describeBytes(bytes);
    const here = await describeFile(path.join(dir, choosePictureFile(live, space.locales.codes.default)));
    const isHere = here === content;
    pictures.push({ live, content, read: () => (isHere ? file.read() : Promise.resolve(bytes)) });
  }
  return pictures;
}

export async function planPictureFile(
  picture: SpacePicture,
  space: SpaceContent,
  dir: string,
  record: SyncRecord,
  choices: SyncChoices,
): Promise<PicturePlan> {
  const { live, content } = picture;
  const code = space.locales.codes.default;
  const key = assetKey(live.sys.id);
  const file = choosePictureFile(live, code);
  const latest = space.assets.get(live.sys.id) ?? live;
  const inSpace = buildPictureFields(content, code);
  const state = {
    ...buildAssetState(live, code, content),
    publishedVersion: latest.sys.publishedVersion,
  };
  const here = await describeFile(path.join(dir, file));
  const plan = { key, file, picture, latest, inSpace };
  if (here === undefined) return { ...plan, verdict: 'new', differences: [], agreed: state, inFiles: {} };
  const inFiles = buildPictureFields(here, code);
  const decision = decidePull(
    {
      base: chooseBaseState(record.known(key), state.fields),
      files: hashFields(inFiles),
      space: hashFields(inSpace),
      pulled: state,
      isLive: true,
    },
    choices(key),
  );
  return { ...plan, ...decision, inFiles };
}
