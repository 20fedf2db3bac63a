/** Receives the values of the editor’s form, for the page beside it. */
import { replaceFile } from '@scripts/cms/edit/entry-store';
import { contentTypeNames } from '@/model/types/entry';
import { contentTypes } from '@/model/types/types';
import type { EditorPane } from '@/pipeline/preview/overlay-entry';
import { pictureAssetId } from '@/sources/files/media';
import { toRawEntry } from '@/sources/files/read-entries';
import { z } from 'zod';
import { unnamedId } from './entry/entry-problems';

/** The values of a form. */
export const paneRequest = z.strictObject({
  type: z.enum(contentTypeNames),
  /** Empty for an entry without a file. */
  id: z.string().max(64),
  /** The fields as the file would have them. */
  fields: z.record(z.string(), z.unknown()),
  /** Pictures by their address in the fields, with that in the editor and their size. */
  pictures: z.record(
    z.string(),
    z.object({ src: z.string().startsWith('/admin/'), width: z.number(), height: z.number() }),
  ),
});

export type PaneForm = z.infer<typeof paneRequest>;

function buildPane({ type, id, fields, pictures }: PaneForm): EditorPane {
  const shown = Object.entries(pictures).map(([address, { src, width, height }]) => {
    // Only one file, in its original size.
    return [pictureAssetId(address), { width, height, avif: [], webp: [{ src, width }] }] as const;
  });
  return {
    entry: toRawEntry(id || unnamedId, contentTypes[type], fields, 'the form'),
    pictures: Object.fromEntries(shown),
  };
}

/** Saves the form in `file`. */
export const savePane = async (file: string, form: PaneForm): Promise<void> =>
  replaceFile(file, JSON.stringify(buildPane(form)));
