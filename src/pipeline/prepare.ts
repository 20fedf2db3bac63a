/** From a source to what a build shows: the stages before a page is rendered. */
import { instantOf } from '@/model/clock';
import type { Problem } from '@/model/problems';
import { configuredSource } from '@/sources/configured';
import type { Progress } from '@/sources/source';
import { accept, assertPublishable, type Accepted, type Limit } from './accept';
import type { Content } from './content';
import { parseLimit } from './limit';
import { illustrate } from './pictures';
import { buildSite, type Site } from './site';
import { siteProblems } from './site-problems';

/** Where optimised pictures are kept between builds. */
export const pictureCacheDir = '.local/cache/pictures';

/** Content with what is to be said about it. */
export interface Prepared {
  readonly content: Content;
  /** The content as the site's data. */
  readonly site: Site;
  readonly counts: Accepted['counts'];
  readonly problems: readonly Problem[];
  /** The source, as people say it. */
  readonly source: string;
}

export type Environment = Readonly<Record<string, string | undefined>>;

/**
 * Pulls, validates and illustrates. Rejects with a `SourceError`, `TooManyLeftOutError`, `EmptySiteError` or
 * `ClockError`, each of which says what to do; nothing was published then.
 */
export async function prepare(env: Environment, progress: Progress): Promise<Prepared> {
  const now = instantOf(env['SITE_NOW'], Date.now);
  const limit: Limit = parseLimit(env['CONTENT_LEFT_OUT_LIMIT']);
  const source = configuredSource(env);
  progress(`Reading ${source.name}`);
  const pulled = await source.pull(progress);
  const accepted = accept(pulled.entries, pulled.problems);
  assertPublishable(accepted, limit);
  const illustrated = await illustrate(accepted.entries, pulled.assets, pictureCacheDir);
  const content: Content = {
    locales: pulled.locales,
    fallbacks: pulled.fallbacks,
    entries: illustrated.entries,
    pictures: illustrated.pictures,
    now,
  };
  const site = buildSite(content);
  return {
    content,
    site,
    counts: accepted.counts,
    problems: [...accepted.problems, ...illustrated.problems, ...siteProblems(content.entries, site)],
    source: source.name,
  };
}
