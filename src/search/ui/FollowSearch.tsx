/** The feed closest to a search, with a note where its content differs. */
import { feedFiles, feedFormats, webcalAddress } from '@/i18n/feed-files';
import type { SearchState } from '../facets/search-address';
import type { Labels } from '../facets/labels';
import { feedFolder, findNearestFeed } from '../facets/nearest-feed';
import type { SearchIslandProps } from '../page/search-props';
import { SaveSearch } from '../saved-searches/SaveSearch';

interface Props {
  readonly props: SearchIslandProps;
  readonly labels: Labels;
  readonly state: SearchState;
  /** True if the search has results; false until that is known. */
  readonly isFound: boolean;
}

export function FollowSearch({ props, labels, state, isFound }: Props) {
  const { locale, t, feedFolders, options } = props;
  const feed = findNearestFeed(state, {
    isInUse: (facet, value) =>
      (feedFolders.lists[facet] ?? options[facet].map(({ id }) => id)).includes(value),
    isFound,
  });
  const folder = feedFolder(feed, feedFolders);
  const parts = [state.q, ...labels.chips(state).map(({ label }) => label)].filter((part) => part !== '');
  const list = feed.choices.map(({ facet, value }) => labels.option(facet, value)).join(', ');
  return (
    <section className="follow" aria-labelledby="search-follow">
      <h2 id="search-follow">{t('follow.search')}</h2>
      <SaveSearch props={props} state={state} label={parts.join(', ') || t('browse.everything')} />
      {!feed.isExact && <p>{t('follow.nearest', { list: list || t('browse.everything') })}</p>}
      <p>
        {t('follow.how')} <a href={`/${locale}/${t('section.subscribe')}/`}>{t('follow.what')}</a>
      </p>
      <ul>
        {feedFormats.map((format) => (
          <li key={format}>
            <a href={folder + feedFiles[format]}>{t(`follow.${format}`)}</a> {t(`follow.${format}.for`)}
          </li>
        ))}
        <li>
          <a href={webcalAddress(new URL(folder + feedFiles.calendar, document.baseURI).href)}>
            {t('follow.calendar.subscribe')}
          </a>
        </li>
      </ul>
    </section>
  );
}
