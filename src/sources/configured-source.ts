/** Opens the source that is configured. */
import path from 'node:path';
import type { Config } from '@/config/config';
import { readContentfulConfig } from './contentful/contentful-config';
import { createDraftSource, createContentfulSource } from './contentful/contentful-source';
import { createFilesSource, markFolder } from './files/files-source';
import type { Source } from './source';

/** Returns one name for each spelling of a folder, since builds compare the names: `./content/ -> content`. */
function normalizeFolder(dir: string): string {
  const name = path.relative('.', dir);
  return name.startsWith('..') ? path.resolve(dir) : name || '.';
}

/** Returns a mark of everything that a publish reads: the content, and the files of `public/`. Rejects like `Source.mark`. */
export async function markConfigured(
  config: Pick<Config, 'content' | 'contentful' | 'public'>,
): Promise<string> {
  const publicMark = await markFolder(config.public.dir).catch(() => 'none');
  return `${await openConfiguredSource(config).mark()} ${publicMark}`;
}

/**
 * Opens the configured source. `drafts` also reads drafts from Contentful; files always contain theirs. Throws a
 * `ConfigError` if a setting for Contentful is missing.
 */
export function openConfiguredSource(
  config: Pick<Config, 'content' | 'contentful'>,
  reading: 'published' | 'drafts' = 'published',
): Source {
  const { source, dir } = config.content;
  if (source === 'files') return createFilesSource(normalizeFolder(dir));
  return reading === 'drafts'
    ? createDraftSource(readContentfulConfig(config, 'drafts'), readContentfulConfig(config))
    : createContentfulSource(readContentfulConfig(config), { timeoutMs: config.contentful.timeoutMs });
}
