/** The stages of a preview: the whole site with its drafts, and beside it what a build would make of the same content. */
import type { Config } from '@/config/config';
import type { Progress } from '@/sources/source';
import { assemble, gather, withPictures, type PreparedContent } from './prepare';
import { acceptForPreview, type Remembered } from '@/pipeline/preview/preview';

export interface PreparedPreview {
  /** Every entry, marked with where it stands; whoever asked says what becomes of its pictures. */
  readonly shown: PreparedContent;
  /** What the next build would publish, and what it would say. */
  readonly next: PreparedContent;
}

/** Reads the configured source with its drafts. Rejects with a `SourceError`; nothing is judged. */
export async function preparePreview(
  config: Config,
  progress: Progress,
  remembered: (source: string) => Promise<Remembered>,
): Promise<PreparedPreview> {
  const gathered = await gather(config, progress, 'drafts');
  const { pulled, now, source } = gathered;
  const { marks, ...accepted } = acceptForPreview(pulled, await remembered(source), now);
  const all = { ...gathered, accepted };
  const shown = assemble(all, await withPictures(all), marks);
  // What is published is shown too: its pictures are in the making already.
  const published = await withPictures(gathered);
  published.making.stop();
  return { shown, next: assemble(gathered, published) };
}
