/** A saved opportunity: as the site has it, else as it was saved. */
import type { ReactNode } from 'react';
import { AppliedNote } from '../applied/AppliedNote';
import type { SavedItem } from '../saved/saved-store';
import { SavedTitle } from '../SavedTitle';
import { visitorDay } from '../visitor-day';
import type { SavedIslandProps } from './saved-props';
import type { LoadedCards } from './use-cards.client';

interface Props {
  readonly item: SavedItem;
  readonly cards: LoadedCards;
  readonly props: SavedIslandProps;
  readonly now: number;
  /** True if it closes soon. */
  readonly isSoon: boolean;
  /** The box that chooses it for the comparison. */
  readonly children: ReactNode;
}

export function SavedRow({ item, cards, children, ...all }: Props) {
  const { t, locale } = all.props;
  const { byId, parts, status } = cards;
  const note = <AppliedNote opportunity={item.id} text={t('applied.note')} locale={locale} />;
  const present = byId.get(item.id);
  if (present && parts)
    return (
      <parts.PresentRow present={present} note={note} {...all}>
        {children}
      </parts.PresentRow>
    );
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
        {note}
      </div>
      <div className="row-facts">
        <p className="row-when">{isGone ? <strong>{t('saved.gone')}</strong> : savedOn}</p>
      </div>
    </>
  );
}
