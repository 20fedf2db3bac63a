/** A saved opportunity: the row of every list as the site has it now, else as it was saved. */
import { cardAt } from '@/components/opportunity/card-at';
import { OpportunityRowContent } from '@/components/opportunity/OpportunityRow';
import type { SavedItem } from '../saved/saved-store';
import { SavedTitle } from '../SavedTitle';
import { visitorDay } from '../visitor-day';
import type { LoadedCards } from './saved-cards.client';
import type { SavedIslandProps } from './saved-props';

interface Props {
  readonly item: SavedItem;
  readonly cards: LoadedCards;
  readonly props: SavedIslandProps;
  readonly now: number;
  /** True if it closes soon. */
  readonly isSoon: boolean;
}

export function SavedRow({ item, cards: { byId, status }, props, now, isSoon }: Props) {
  const { t, locale, shownIn } = props;
  const present = byId.get(item.id);
  if (present) {
    const { card, facts } = present;
    return (
      <OpportunityRowContent
        // Whatever the day: it is what the visitor has to keep in mind.
        card={{ ...cardAt(card, now), isClosingNamed: true }}
        t={t}
        names={{ shownIn: (lang) => shownIn[lang] }}
        summary={undefined}
        facts={facts}
        now={now}
        later={<p className="row-when">{t('row.openEnded')}</p>}
        before={isSoon && <p className="saved-soon">{t('saved.soon')}</p>}
      />
    );
  }
  const savedOn = t('saved.on', { day: visitorDay(locale, item.savedAt) });
  const isGone = status === 'ready';
  return (
    <>
      <div>
        <h3>
          <SavedTitle kept={item} card={undefined} status={status} />
        </h3>
        <p className="row-for">{item.organization}</p>
        {isGone && <p className="saved-note">{savedOn}</p>}
      </div>
      <div className="row-facts">
        <p className="row-when">{isGone ? <strong>{t('saved.gone')}</strong> : savedOn}</p>
      </div>
    </>
  );
}
