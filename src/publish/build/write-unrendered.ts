/** Writes the parts of a site that no page has to be rendered for: feeds, data, the search, pictures. */
import type { Config } from '@/config/config';
import { pictureFileNames, readSitePicture } from '@/pipeline/pictures/picture-files';
import { writeSearchIndex, type IndexReport } from '@/search/index/build-index';
import type { PreparedContent } from '@/site/prepare/prepare';
import type { Progress } from '@/sources/source';
import { createBuildRecordFile } from '../files/build-record-file';
import { planSiteFiles, planText } from '../files/planned-files';
import { findUndrawableTexts } from '../files/undrawable-texts';
import { inTurns } from '../files/write-files';
import { writeShare } from '../files/write-share';
import type { BuildWorkspace } from './build-workspace';
import type { BuiltFiles } from './site-files';

export interface UnrenderedOptions {
  readonly config: Config;
  readonly prepared: PreparedContent;
  readonly workspace: BuildWorkspace;
  /** Identifies the code. */
  readonly code: string;
  /** Identifies the code and the settings. */
  readonly version: string;
  readonly progress: Progress;
}

async function writePictures({ content }: PreparedContent, files: BuiltFiles): Promise<void> {
  for await (const name of inTurns(pictureFileNames(content.pictures)))
    if (!files.keeps(`/media/${name}`)) files.write(`/media/${name}`, readSitePicture(name));
}

/** Writes the parts of the site that need no rendered page. Resolves with the warnings about texts that no font has. */
export async function writeUnrenderedFiles(
  { config, prepared, workspace, code, version, progress }: UnrenderedOptions,
  files: BuiltFiles,
  signal: AbortSignal,
): Promise<{ index: IndexReport; undrawable: readonly string[] }> {
  const siteUrl = config.site.url;
  const { site } = prepared;
  const outDir = workspace.staging;
  progress('Writing feeds');
  await files.writePlanned(planSiteFiles(site, new URL(siteUrl)), signal);
  await files.writePlanned([planText(createBuildRecordFile(prepared, code))], signal);
  progress('Indexing for search');
  const caching = { cache: { version }, isKept: files.keeps };
  const index = await writeSearchIndex({ site, outDir, progress, signal, ...caching });
  // Before the share pictures are drawn: both together would need too much memory besides the renderer.
  await prepared.making.finish();
  await writePictures(prepared, files);
  progress('Drawing pictures for sharing');
  await writeShare({
    site,
    siteUrl,
    progress,
    signal,
    write: files.write,
    isKept: (name) => files.keeps(name),
  });
  return { index, undrawable: findUndrawableTexts(site, new URL(siteUrl)) };
}
