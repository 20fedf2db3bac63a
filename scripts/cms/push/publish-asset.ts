/** Uploads and publishes pictures in a space. */
import path from 'node:path';
import type { AssetProps } from 'contentful-management';
import { lookup } from 'mrmime';
import { picturePath } from '@/sources/files/media';
import type { RequestRunner } from '../management';
import { attemptChange, unarchive } from '../transfer/attempt-change';
import { hasSameContent } from '../transfer/compare';
import type { AssetPlan } from './push-assets';

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

/** Uploads a picture into an asset, and waits until Contentful has processed it. */
async function uploadAsset(
  ask: RequestRunner,
  { asset }: AssetPlan,
  seen: AssetProps | undefined,
  code: string,
): Promise<AssetProps | undefined> {
  const assetId = asset.id;
  const action = `uploading the picture ${picturePath(assetId)}`;
  const bytes = await asset.read();
  const file = bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.byteLength) as ArrayBuffer;
  const upload = await ask(action, (client) => client.upload.create({}, { file }));
  const fields = addUpload(assetId, seen, code, upload.sys.id);
  const written = await attemptChange(ask, action, (client) =>
    seen
      ? client.asset.update({ assetId }, { ...seen, fields })
      : client.asset.createWithId({ assetId }, { fields }),
  );
  return written && attemptChange(ask, action, (client) => client.asset.processForLocale({}, written, code));
}

/**
 * Uploads a picture if Contentful has another one, and publishes it. The title of a new asset is the picture's path.
 * Resolves to false for an asset that was changed meanwhile, which is left as it is.
 */
export async function publishAsset(ask: RequestRunner, plan: AssetPlan, code: string): Promise<boolean> {
  const assetId = plan.asset.id;
  let seen = plan.stored;
  if (seen?.sys.archivedVersion !== undefined) {
    seen = await unarchive(ask, assetId, seen, (client) => client.asset.unarchive({ assetId }));
    if (!seen) return false;
  }
  const isThere = hasSameContent(plan.inSpace, plan.inFiles);
  const written = seen && isThere ? seen : await uploadAsset(ask, plan, seen, code);
  if (!written) return false;
  const action = `publishing the picture ${picturePath(assetId)}`;
  const published = await attemptChange(ask, action, (client) => client.asset.publish({ assetId }, written));
  return published !== undefined;
}
