/** A saved opportunity: the row of every list, with what the visitor can do with it. */
import type { ReactNode } from 'react';
import { cardAt } from '@/components/opportunity/card-at';
import { OpportunityRowContent } from '@/components/opportunity/OpportunityRow';
import { timeLeft } from '@/i18n/format/reader-time';
import { AppliedNote } from '../applied/AppliedNote';
import { FitLines } from '../fit/FitLines';
import type { SavedItem } from '../saved/saved-store';
import { SavedTitle } from '../SavedTitle';
import { visitorDay } from '../visitor-day';
import type { PresentCard } from './saved-cards.client';
import type { SavedIslandProps } from './saved-props';
import type { LoadedCards } from './use-cards.client';

interface Props {
  readonly item: SavedItem;
  /** As the site has it; missing where that isn't known, or it is gone. */
  readonly present: PresentCard | undefined;
  readonly status: LoadedCards['status'];
  readonly props: SavedIslandProps;
  readonly now: number;
  /** True if it closes soon. */
  readonly isSoon: boolean;
  /** The box that chooses it for the comparison. */
  readonly children: ReactNode;
}

/** The saved title and organization: shown until the current state is loaded, and for opportunities that are gone. */
function NotedContent({ item, status, props: { t, locale } }: Pick<Props, 'item' | 'status' | 'props'>) {
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
        <AppliedNote opportunity={item.id} text={t('applied.note')} locale={locale} />
      </div>
      <div className="row-facts">
        <p className="row-when">{isGone ? <strong>{t('saved.gone')}</strong> : savedOn}</p>
      </div>
    </>
  );
}

export function SavedRow({ item, present, status, props, now, isSoon, children }: Props) {
  if (!present) return <NotedContent item={item} status={status} props={props} />;
  const { t, locale, shownIn } = props;
  const { card, facts, fit } = present;
  const { closesAt } = card;
  return (
    <OpportunityRowContent
      // Whatever the day: it is what the visitor has to keep in mind.
      card={{ ...cardAt(card, now), isClosingNamed: true }}
      t={t}
      names={{ shownIn: (lang) => shownIn[lang] }}
      summary={undefined}
      facts={facts}
      left={closesAt === undefined ? undefined : timeLeft(locale, closesAt, now)}
      later={<p className="row-when">{t('row.openEnded')}</p>}
      before={isSoon && <p className="saved-soon">{t('saved.soon')}</p>}
    >
      <AppliedNote opportunity={item.id} text={t('applied.note')} locale={locale} />
      {fit && <FitLines lines={fit(true)} />}
      {children}
    </OpportunityRowContent>
  );
}
