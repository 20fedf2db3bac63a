/** One button for the ways to keep up with a search: save it, or follow its feed. */
import { useState } from 'react';
import { feedFiles, feedFormats, webcalAddress } from '@/i18n/feed-files';
import type { SearchState } from '../facets/search-address';
import type { Labels } from '../facets/labels';
import { findNearestFeed } from '../facets/nearest-feed';
import type { SearchIslandProps } from '../page/search-props';
import { SaveSearch } from '../saved-searches/SaveSearch';

interface Props {
  readonly props: SearchIslandProps;
  readonly labels: Labels;
  readonly state: SearchState;
  /** False where nothing is found, or while it isn’t known. */
  readonly hasResults: boolean;
}

function Ways({ props, labels, state, hasResults }: Props) {
  const { locale, t, feedFolders, options } = props;
  const { folder, choices, isExact } = findNearestFeed(state, feedFolders, {
    isInUse: (facet, value) => options[facet].some(({ id }) => id === value),
    isFound: hasResults,
  });
  const parts = [state.q, ...labels.chips(state).map(({ label }) => label)].filter((part) => part !== '');
  const list = choices.map(({ facet, value }) => labels.option(facet, value)).join(', ');
  return (
    <>
      <SaveSearch props={props} state={state} label={parts.join(', ') || t('browse.everything')} />
      {!isExact && <p>{t('follow.nearest', { list: list || t('browse.everything') })}</p>}
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
    </>
  );
}

export function FollowSearch(all: Props) {
  const [isOpen, setOpen] = useState(false);
  return (
    <details className="follow" onToggle={({ currentTarget }) => setOpen(currentTarget.open)}>
      <summary className="button">{all.props.t('follow.button')}</summary>
      {isOpen && <Ways {...all} />}
    </details>
  );
}
