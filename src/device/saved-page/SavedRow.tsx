/** A saved opportunity, laid out as in every other list. */
import { AppliedNote } from '../applied/AppliedNote';
import type { SavedCard } from '../saved/saved-card';
import { visitorDay } from '../visitor-day';
import { FitLines } from '../fit/FitLines';
import { RemovableRow } from './RemovableRow';
import type { SavedItem } from '../saved/saved-store';
import type { SavedIslandProps } from './saved-props';
import { SavedTitle } from '../SavedTitle';
import type { LoadedCards } from './use-cards.client';
import type { DescribeFit } from '../fit/use-fit.client';
import { ClosingOrStatus } from '../ClosingOrStatus';

interface Props {
  readonly item: SavedItem;
  readonly card: SavedCard | undefined;
  readonly status: LoadedCards['status'];
  readonly props: SavedIslandProps;
  readonly now: number;
  /** True if it closes soon. */
  readonly isSoon: boolean;
  readonly describeFit: DescribeFit | undefined;
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

const rowFacts = [
  ['task', 'task'],
  ['languages', 'lang'],
  ['hours', 'hours'],
  ['length', 'length'],
] as const;

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

function Row({
  item,
  card,
  status,
  props,
  now,
  isSoon,
  describeFit,
  compare,
}: Omit<Props, 'isRemoved' | 'toggle'>) {
  const { t, locale } = props;
  const savedOn = t('saved.on', { day: visitorDay(locale, item.savedAt) });
  return (
    <>
      <div>
        {isSoon && <p className="saved-soon">{t('saved.soon')}</p>}
        <h3>
          <SavedTitle kept={item} card={card} status={status} />
        </h3>
        <p className="row-for">{card?.organization ?? item.organization}</p>
        {!card && status === 'ready' && <p className="saved-note">{savedOn}</p>}
        <AppliedNote opportunity={item.id} text={t('applied.note')} locale={locale} />
        {card && describeFit && <FitLines lines={describeFit(card.needs, true)} />}
        {card && compare.isOffered && <CompareBox item={item} props={props} compare={compare} />}
      </div>
      <div className="row-facts">
        <p className="row-when">
          {card ? (
            <ClosingOrStatus card={card} props={props} now={now} />
          ) : status === 'ready' ? (
            <strong>{t('saved.gone')}</strong>
          ) : (
            savedOn
          )}
        </p>
        {card && (
          <ul className="facts" aria-label={t('facts.label')}>
            {rowFacts.flatMap(([name, kind]) =>
              (card.facts[name] ?? []).slice(0, name === 'task' ? 1 : undefined).map((text) => (
                <li key={`${kind} ${text}`} className={`fact-${kind}`}>
                  {text}
                </li>
              )),
            )}
          </ul>
        )}
      </div>
    </>
  );
}

export function SavedRow({ isRemoved, toggle, ...row }: Props) {
  const { item, props } = row;
  return (
    <RemovableRow isCard item={item} t={props.t} isRemoved={isRemoved} toggle={toggle}>
      <Row key="row" {...row} />
    </RemovableRow>
  );
}
