/** Chooses the source that the environment names. */
import path from 'node:path';
import { contentfulConfig, patience } from './contentful/config';
import { contentfulDrafts, contentfulSource } from './contentful/contentful';
import { filesSource } from './files/files';
import { SourceError, type Source } from './source';

const defaultDir = 'content';

/** One name for a folder however it is written, since a build compares it with the last one’s: `./content/ -> content`. */
function folderName(dir: string): string {
  const name = path.relative('.', dir);
  return name.startsWith('..') ? path.resolve(dir) : name || '.';
}

/**
 * The source of `CONTENT_SOURCE`; without it, Contentful where `CONTENTFUL_SPACE_ID` is set, else the files in
 * `CONTENT_DIR`. Files have their drafts in any case; `drafts` reads those of Contentful. Empty values count as unset. Throws a `SourceError` that names the variable to mend.
 */
export function configuredSource(
  env: Readonly<Record<string, string | undefined>>,
  reading: 'published' | 'drafts' = 'published',
): Source {
  const read = (name: string) => {
    const value = env[name]?.trim();
    return value === '' ? undefined : value;
  };
  const kind = read('CONTENT_SOURCE') ?? (read('CONTENTFUL_SPACE_ID') === undefined ? 'files' : 'contentful');
  switch (kind) {
    case 'files':
      return filesSource(folderName(read('CONTENT_DIR') ?? defaultDir));
    case 'contentful':
      return reading === 'drafts'
        ? contentfulDrafts(contentfulConfig(env, 'drafts'), contentfulConfig(env))
        : contentfulSource(contentfulConfig(env), patience(env['CONTENTFUL_TIMEOUT']));
    default:
      throw new SourceError(
        `CONTENT_SOURCE is “${kind.slice(0, 40)}”, which is no source.`,
        'Set it to files or contentful, or leave it unset.',
      );
  }
}
