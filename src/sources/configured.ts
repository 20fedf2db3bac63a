/** Opens the source that is configured. */
import path from 'node:path';
import type { Config } from '@/config/config';
import { contentfulConfig } from './contentful/config';
import { contentfulDrafts, contentfulSource } from './contentful/contentful';
import { filesSource } from './files/files';
import type { Source } from './source';

/** One name for a folder however it is written, since a build compares it with the last one’s: `./content/ -> content`. */
function folderName(dir: string): string {
  const name = path.relative('.', dir);
  return name.startsWith('..') ? path.resolve(dir) : name || '.';
}

/**
 * The source that is configured. Files have their drafts in any case; `drafts` reads those of Contentful. Throws a
 * `ConfigError` where something is not set that Contentful asks for.
 */
export function configuredSource(
  config: Pick<Config, 'content' | 'contentful'>,
  reading: 'published' | 'drafts' = 'published',
): Source {
  const { source, dir } = config.content;
  if (source === 'files') return filesSource(folderName(dir));
  return reading === 'drafts'
    ? contentfulDrafts(contentfulConfig(config, 'drafts'), contentfulConfig(config))
    : contentfulSource(contentfulConfig(config), { timeoutMs: config.contentful.timeoutMs });
}
