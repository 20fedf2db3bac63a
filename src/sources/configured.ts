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
  const read = (name: string) => {
    const value = env[name]?.trim();
    return value === '' ? undefined : value;
  };
  const kind = read('CONTENT_SOURCE') ?? (read('CONTENTFUL_SPACE_ID') === undefined ? 'files' : 'contentful');
  switch (kind) {
    case 'files':
      return filesSource(read('CONTENT_DIR') ?? defaultDir);
    case 'contentful':
      return contentfulSource(contentfulConfig(env));
    default:
      throw new SourceError(
        `CONTENT_SOURCE is “${kind.slice(0, 40)}”, which is no source.`,
        'Set it to files or contentful, or leave it unset.',
      );
  }
}
