/** Takes what is being written in the editor’s form, for the page beside it. */
import { rename, writeFile } from 'node:fs/promises';
import { contentTypeNames } from '@/model/types/entry';
import { contentTypes } from '@/model/types/types';
import type { EditorPane } from '@/pipeline/preview/overlay-entry';
import { assetIdOf } from '@/sources/files/media';
import { toRawEntry } from '@/sources/files/files';
import { z } from 'zod';

/** What the editor’s page sends. */
const request = z.object({
  type: z.enum(contentTypeNames),
  /** Empty for an entry that has no file yet. */
  id: z.string().max(64),
  /** As they would stand in the file. */
  fields: z.record(z.string(), z.unknown()),
  /** Pictures that aren’t saved yet, by their address in the fields: where the browser has them, and their size. */
  pictures: z.record(
    z.string(),
    z.object({ src: z.string().regex(/^(?:blob:|\/)/), width: z.number(), height: z.number() }),
  ),
});

export type PaneRequest = z.infer<typeof request>;

/** The id of an entry that has no file yet. */
const unnamed = 'being-written';

function paneOf({ type, id, fields, pictures }: PaneRequest): EditorPane {
  const shown = Object.entries(pictures).map(([address, { src, width, height }]) => {
    // One file in one size: as it came.
    return [assetIdOf(address), { width, height, avif: [], webp: [{ src, width }] }] as const;
  });
  return {
    entry: toRawEntry(id || unnamed, contentTypes[type], fields, 'the form'),
    pictures: Object.fromEntries(shown),
  };
}

/** Keeps it in `file`, so that nobody ever reads half of it. Rejects where it is no such request. */
export async function keepPane(file: string, body: unknown): Promise<void> {
  const pane = paneOf(request.parse(body));
  await writeFile(`${file}.partial`, JSON.stringify(pane));
  await rename(`${file}.partial`, file);
}
