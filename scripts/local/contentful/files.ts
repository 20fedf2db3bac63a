import path from 'node:path';
import type { StandInResponse } from './delivery/answers';
import { mediaType } from './media-type';
import type { Space } from './space';

/** The answer with a picture's bytes, as Contentful's image host gives it. Only the space's own files are served. */
export async function fileAnswer(space: Space, assetId: string): Promise<StandInResponse> {
  const file = space.files.get(assetId);
  if (!file)
    return { status: 404, headers: { 'Content-Type': 'text/plain' }, body: Buffer.from('Not found') };
  return {
    status: 200,
    headers: { 'Content-Type': mediaType(path.posix.basename(assetId)) },
    body: await file.read(),
  };
}
