/** Prepares a preview: the whole site with its drafts, and the content that a build would publish. */
import type { Config } from '@/config/config';
import type { Progress } from '@/sources/source';
import {
  assembleContent,
  gatherContent,
  addPictures,
  type GatherOptions,
  type PreparedContent,
} from './prepare';
import { acceptForPreview, type EntryStateLookup } from '@/pipeline/preview/preview';

export interface PreparedPreview {
  /** Every entry with its mark. The caller finishes or stops the conversion of its pictures. */
  readonly shown: PreparedContent;
  /** The content and problems of the next build. */
  readonly next: PreparedContent;
}

/** Reads the configured source with its drafts. Rejects with an `OperatorError`. */
export async function preparePreview(
  config: Config,
  progress: Progress,
  remembered: (source: string) => Promise<EntryStateLookup>,
  options?: Pick<GatherOptions, 'adjust'>,
): Promise<PreparedPreview> {
  const gathered = await gatherContent(config, progress, { ...options, reading: 'drafts' });
  const { pulled, now, source } = gathered;
  const { marks, ...accepted } = acceptForPreview(pulled, await remembered(source), now);
  const all = { ...gathered, accepted };
  const shown = assembleContent(all, await addPictures(all), marks);
  // The pictures of published entries are already being converted.
  const published = await addPictures(gathered);
  published.making.stop();
  return { shown, next: assembleContent(gathered, published) };
}
