import { readFile } from 'node:fs/promises';
import path from 'node:path';
import type { AssetProps } from 'contentful-management';
import type { OpenableSpace } from '@/config/space';
import type { WireFields } from '@/sources/contentful/wire';
import { assetIdOf, placeOf } from '@/sources/files/media';
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

/** What is to be done about a picture’s file. */
export interface PicturePlan {
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

/** A picture of the space. */
export interface Picture {
  readonly live: AssetProps;
  /** What it holds, as `describeBytes` has it. */
  readonly content: string;
  /** Downloads it again where the folder had it already: all of them may be too much for the memory. */
  readonly read: () => Promise<Uint8Array>;
}

/** A path within the media folder: the asset's title where a push has put it there, else made of the id. */
function choosePictureFile({ sys: { id }, fields }: AssetProps, code: string): string {
  const title = fields.title[code];
  const isPlace =
    title !== undefined && assetIdOf(`/media/${title}`) === id && !title.split('/').includes('..');
  return path.join('media', isPlace ? title : placeOf(id));
}

const describeFile = (file: string) => readFile(file).then(describeBytes, () => undefined);

export async function readPictures(
  assets: readonly AssetProps[],
  space: SpaceContent,
  target: OpenableSpace,
  dir: string,
): Promise<Picture[]> {
  const pictures: Picture[] = [];
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

export async function planPicture(
  picture: Picture,
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
