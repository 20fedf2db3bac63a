import path from 'node:path';
import type { StandInResponse } from './delivery/answers';
import { findMediaType } from './media-type';
import type { Space } from './space';

/** Answers with a picture's bytes, as Contentful's image host does. Only files of the space are served. */
export async function answerFile(space: Space, assetId: string): Promise<StandInResponse> {
  const file = space.files.get(assetId);
  if (!file)
    return { status: 404, headers: { 'Content-Type': 'text/plain' }, body: Buffer.from('Not found') };
  return {
    status: 200,
    headers: { 'Content-Type': findMediaType(path.posix.basename(assetId)) },
    body: await file.read(),
  };
}
