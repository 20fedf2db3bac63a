/** Chooses the source that the environment names. */
import { contentfulConfig } from './contentful/config';
import { contentfulSource } from './contentful/contentful';
import { filesSource } from './files/files';
import { SourceError, type Source } from './source';

const defaultDir = 'content';

/**
 * The source of `CONTENT_SOURCE`; without it, Contentful where `CONTENTFUL_SPACE_ID` is set, else the files in
 * `CONTENT_DIR`. Empty values count as unset. Throws a `SourceError` that names the variable to mend.
 */
export function configuredSource(env: Readonly<Record<string, string | undefined>>): Source {
  const kind = env['CONTENT_SOURCE']?.trim() || (env['CONTENTFUL_SPACE_ID']?.trim() ? 'contentful' : 'files');
  switch (kind) {
    case 'files':
      return filesSource(env['CONTENT_DIR']?.trim() || defaultDir);
    case 'contentful':
      return contentfulSource(contentfulConfig(env));
    default:
      throw new SourceError(
        `CONTENT_SOURCE is “${kind.slice(0, 40)}”, which is no source.`,
        'Set it to files or contentful, or leave it unset.',
      );
  }
}
