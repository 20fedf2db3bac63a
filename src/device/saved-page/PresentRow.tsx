/** A saved opportunity as the site has it now: the row of every list, with what the visitor can do with it. */
import type { ReactNode } from 'react';
import { cardAt } from '@/components/opportunity/card-at';
import { OpportunityRowContent } from '@/components/opportunity/OpportunityRow';
import { timeLeft } from '@/i18n/format/reader-time';
import { FitLines } from '../fit/FitLines';
import type { FitLine } from '../fit/fit-lines';
import type { SavedCard } from './saved-cards';
import type { SavedIslandProps } from './saved-props';

/** An opportunity as the site has it now. */
export interface PresentCard extends Pick<SavedCard, 'facts'> {
  /** `line` is for whom it is. */
  readonly card: SavedCard['card'] & { readonly line: string };
  /** Describes how it fits the visitor; missing without answers. */
  readonly fit?: ((isShort: boolean) => readonly FitLine[]) | undefined;
}

interface Props {
  readonly present: PresentCard;
  readonly props: SavedIslandProps;
  readonly now: number;
  /** True if it closes soon. */
  readonly isSoon: boolean;
  /** The note that the visitor applied to it. */
  readonly note: ReactNode;
  /** The box that chooses it for the comparison. */
  readonly children: ReactNode;
}

export function PresentRow({ present: { card, facts, fit }, props, now, isSoon, note, children }: Props) {
  const { t, locale, shownIn } = props;
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
      {note}
      {fit && <FitLines lines={fit(true)} />}
      {children}
    </OpportunityRowContent>
  );
}
