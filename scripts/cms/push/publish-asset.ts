/** Uploads and publishes pictures in a space. */
import path from 'node:path';
import type { AssetProps, PlainClientAPI } from 'contentful-management';
import { lookup } from 'mrmime';
import { picturePath } from '@/sources/files/media';
import { readNested } from '@/model/json';
import type { RequestRunner } from '../management';
import { buildAssetState, describeBytes, hashAsset, type AssetPlan } from './push-assets';
import { isFullyPublished, type SpaceContent } from '../space-content';
import type { SyncRecord } from '../sync/sync-record';
import { hasSameFields } from '../sync/sync-state';
import { attemptChange, type ChangeResult } from '../sync/attempt-change';

/** Returns an asset's fields with a new upload. An editor’s title, description and files in other languages stay. */
function addUpload(
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

/** Unarchives an asset, since archived assets can’t be changed. */
async function unarchive(ask: RequestRunner, archived: AssetProps): Promise<ChangeResult<AssetProps>> {
  const assetId = archived.sys.id;
  const present = await ask(`unarchiving ${assetId}`, (client) => client.asset.unarchive({ assetId }));
  return present.sys.version === archived.sys.version + 1 ? { changed: present } : { overtakenBy: present };
}

/** Uploads a picture into an asset, and waits until Contentful has processed it. */
async function uploadAsset(
  ask: RequestRunner,
  { key, asset }: AssetPlan,
  seen: AssetProps | undefined,
  code: string,
  record: SyncRecord,
): Promise<ChangeResult<AssetProps>> {
  const assetId = asset.id;
  const action = `uploading the picture ${picturePath(assetId)}`;
  const get = (client: PlainClientAPI) => client.asset.get({ assetId });
  const bytes = await asset.read();
  const content = describeBytes(bytes);
  const file = bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.byteLength) as ArrayBuffer;
  const upload = await ask(action, (client) => client.upload.create({}, { file }));
  const fields = addUpload(assetId, seen, code, upload.sys.id);
  const readUploadId = ({ fields: present }: Pick<AssetProps, 'fields'>) =>
    readNested(present.file, code, 'uploadFrom', 'sys', 'id');
  const intend = (present: string) =>
    record.intend(key, {
      fields: hashAsset({ fields }, code, present),
      publishedVersion: seen?.sys.publishedVersion,
    });

  await intend(upload.sys.id);
  const written = await attemptChange<AssetProps>(ask, {
    action,
    seen,
    make: (client) =>
      seen
        ? client.asset.update({ assetId }, { ...seen, fields })
        : client.asset.createWithId({ assetId }, { fields }),
    get,
    isMade: (present) => readUploadId(present) === upload.sys.id,
  });
  if ('overtakenBy' in written) return written;
  await record.confirm(key, buildAssetState(written.changed, code, upload.sys.id));

  await intend(content);
  const isProcessed = (present: AssetProps) =>
    present.fields.file[code]?.details?.['size'] === bytes.length &&
    hasSameFields(hashAsset(present, code, content), hashAsset({ fields }, code, content));
  const processed = await attemptChange<AssetProps>(ask, {
    action,
    seen: written.changed,
    make: (client) => client.asset.processForLocale({}, written.changed, code),
    get,
    isMade: isProcessed,
  });
  // The client waits for the file with any version, so that it may be a later one.
  if ('changed' in processed && !isProcessed(processed.changed)) return { overtakenBy: processed.changed };
  if ('changed' in processed) await record.confirm(key, buildAssetState(processed.changed, code, content));
  return processed;
}

/**
 * Uploads a picture if Contentful has another one, and publishes it. The title of a new asset is the picture's path. An
 * asset that was changed meanwhile is left as it is.
 */
export async function publishAsset(
  ask: RequestRunner,
  plan: AssetPlan,
  space: Pick<SpaceContent, 'locales'>,
  record: SyncRecord,
): Promise<ChangeResult<AssetProps>> {
  const code = space.locales.codes.default;
  const assetId = plan.asset.id;
  const ready =
    plan.stored?.sys.archivedVersion === undefined
      ? { changed: plan.stored }
      : await unarchive(ask, plan.stored);
  if ('overtakenBy' in ready) return ready;
  const isThere = ready.changed && plan.inSpace['file']?.[code] === plan.inFiles['file']?.[code];
  const written: ChangeResult<AssetProps> =
    ready.changed && isThere
      ? { changed: ready.changed }
      : await uploadAsset(ask, plan, ready.changed, code, record);
  if ('overtakenBy' in written) return written;
  const seen = written.changed;
  const result = await attemptChange<AssetProps>(ask, {
    action: `publishing the picture ${picturePath(assetId)}`,
    seen,
    make: (client) => client.asset.publish({ assetId }, seen),
    get: (client) => client.asset.get({ assetId }),
    isMade: (present) =>
      isFullyPublished(present) && hasSameFields(hashAsset(present, code, ''), hashAsset(seen, code, '')),
  });
  if ('changed' in result)
    await record.confirm(plan.key, buildAssetState(result.changed, code, plan.content));
  return result;
}
