/** The feed closest to a search, with a note where its content differs. */
import { feedFiles, feedFormats } from '@/i18n/feed-files';
import { interpolate } from '@/i18n/interpolate';
import type { SearchState } from '../facets/search-address';
import type { Labels } from '../facets/labels';
import { feedFolder, findNearestFeed } from '../facets/nearest-feed';
import type { SearchProps } from '../page/search-props';

interface Props {
  readonly props: SearchProps;
  readonly labels: Labels;
  readonly state: SearchState;
  /** True if the search has results; false until that is known. */
  readonly isFound: boolean;
}

export function FollowSearch({ props: { strings, feedFolders, options }, labels, state, isFound }: Props) {
  const feed = findNearestFeed(state, {
    isInUse: (facet, value) => options[facet].some(({ id }) => id === value),
    isFound,
  });
  const folder = feedFolder(feed, feedFolders);
  const list = feed.choices.map(({ facet, value }) => labels.option(facet, value)).join(', ');
  return (
    <section className="follow" aria-labelledby="search-follow">
      <h2 id="search-follow">{strings.follow}</h2>
      {!feed.isExact && (
        <p>{interpolate(strings.followNearest, { list: list === '' ? strings.everything : list })}</p>
      )}
      <p>{strings.followHow}</p>
      <ul>
        {feedFormats.map((format) => (
          <li key={format}>
            <a href={folder + feedFiles[format]}>{strings.feeds[format].name}</a> {strings.feeds[format].use}
          </li>
        ))}
      </ul>
    </section>
  );
}
