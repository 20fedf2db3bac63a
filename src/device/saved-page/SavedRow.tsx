/** A saved opportunity: the row of every list, with what the visitor can do with it. */
import { cardAt } from '@/components/opportunity/card-at';
import { OpportunityRowContent } from '@/components/opportunity/OpportunityRow';
import { timeLeft } from '@/i18n/format/reader-time';
import { AppliedNote } from '../applied/AppliedNote';
import { visitorDay } from '../visitor-day';
import { FitLines } from '../fit/FitLines';
import { RemovableRow } from './RemovableRow';
import type { SavedItem } from '../saved/saved-store';
import type { SavedIslandProps } from './saved-props';
import { SavedTitle } from '../SavedTitle';
import type { LoadedCards, PresentCard } from './use-cards.client';

interface Props {
  readonly item: SavedItem;
  /** As the site has it; missing where that isn't known, or it is gone. */
  readonly present: PresentCard | undefined;
  readonly status: LoadedCards['status'];
  readonly props: SavedIslandProps;
  readonly now: number;
  /** True if it closes soon. */
  readonly isSoon: boolean;
  /** True if it has been removed and can be restored. */
  readonly isRemoved: boolean;
  readonly toggle: () => void;
  readonly compare: ComparisonState;
}

/** The state of a row in the comparison. */
interface ComparisonState {
  /** True if there is another to compare it with. */
  readonly isOffered: boolean;
  readonly isChosen: boolean;
  /** True if the maximum is chosen. */
  readonly isFull: boolean;
  /** True if the comparison is shown. */
  readonly isShown: boolean;
  readonly choose: (chosen: boolean) => void;
}

function CompareBox({ item, props, compare }: Pick<Props, 'item' | 'props' | 'compare'>) {
  const { t } = props;
  return (
    <p className="saved-compare">
      <label>
        <input
          type="checkbox"
          checked={compare.isChosen}
          disabled={compare.isFull && !compare.isChosen}
          onChange={(event) => compare.choose(event.currentTarget.checked)}
        />
        {t('compare')}
        <span className="visually-hidden" lang={item.lang}>
          {' '}
          {item.title}
        </span>
      </label>
      {compare.isChosen && compare.isShown && <a href="#compare">{t('compare.title')}</a>}
    </p>
  );
}

/** The saved title and organization: shown until the current state is loaded, and for opportunities that are gone. */
function NotedContent({ item, status, props: { t, locale } }: Omit<Props, 'isRemoved' | 'toggle'>) {
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

function Content(all: Omit<Props, 'isRemoved' | 'toggle'>) {
  const { item, present, props, now, isSoon, compare } = all;
  if (!present) return <NotedContent {...all} />;
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
      {compare.isOffered && <CompareBox item={item} props={props} compare={compare} />}
    </OpportunityRowContent>
  );
}

export function SavedRow({ isRemoved, toggle, ...row }: Props) {
  const { item, props } = row;
  return (
    <RemovableRow isCard item={item} t={props.t} isRemoved={isRemoved} toggle={toggle}>
      <Content key="row" {...row} />
    </RemovableRow>
  );
}
