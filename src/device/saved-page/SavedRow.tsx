/** A saved opportunity as a line of a timetable. */
import { interpolate } from '@/i18n/interpolate';
import { AppliedNote } from '../applied/AppliedNote';
import type { SavedCard } from '../saved/card';
import { visitorDay } from '../day';
import { FitLines } from '../fit/FitLines';
import { RemovableRow } from './RemovableRow';
import type { SavedItem } from '../saved/saved';
import type { SavedProps } from './saved-props';
import { Title } from '../Title';
import type { LoadedCards } from './use-cards.client';
import type { TellFit } from '../fit/use-fit.client';
import { When } from '../When';

interface Props {
  readonly item: SavedItem;
  readonly card: SavedCard | undefined;
  readonly status: LoadedCards['status'];
  readonly props: SavedProps;
  readonly now: number;
  readonly tellFit: TellFit | undefined;
  /** True where it has been taken out, and can be put back. */
  readonly isOut: boolean;
  readonly toggle: () => void;
  readonly compare: Comparing;
}

/** How a row takes part in the comparison. */
export interface Comparing {
  readonly isChosen: boolean;
  /** As many are chosen as there may be. */
  readonly isFull: boolean;
  /** The comparison can be seen. */
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
  const { strings } = props;
  return (
    <p className="saved-compare">
      <label>
        <input
          type="checkbox"
          checked={compare.isChosen}
          disabled={compare.isFull && !compare.isChosen}
          onChange={(event) => compare.choose(event.currentTarget.checked)}
        />
        {strings.compare}
        <span className="visually-hidden" lang={item.lang}>
          {' '}
          {item.title}
        </span>
      </label>
      {compare.isChosen && compare.isShown && <a href="#compare">{strings.compareTitle}</a>}
    </p>
  );
}

function Row({ item, card, status, props, now, tellFit, compare }: Omit<Props, 'isOut' | 'toggle'>) {
  const { strings, locale } = props;
  const savedOn = interpolate(strings.savedOn, { day: visitorDay(locale, item.savedAt) });
  return (
    <>
      <p className="row-when">
        {card ? (
          <When card={card} props={props} now={now} />
        ) : status === 'ready' ? (
          <strong>{strings.gone}</strong>
        ) : (
          savedOn
        )}
      </p>
      <div>
        <h3>
          <Title kept={item} card={card} status={status} />
        </h3>
        <p className="row-for">{card?.organization ?? item.organization}</p>
        {card ? (
          <ul className="facts" aria-label={strings.factsLabel}>
            {rowFacts.flatMap(([name, kind]) =>
              (card.facts[name] ?? []).slice(0, name === 'task' ? 1 : undefined).map((text) => (
                <li key={`${kind} ${text}`} className={`fact-${kind}`}>
                  {text}
                </li>
              )),
            )}
          </ul>
        ) : (
          status === 'ready' && <p className="saved-note">{savedOn}</p>
        )}
        <AppliedNote opportunity={item.id} words={strings.appliedNote} locale={locale} />
        {card && tellFit && <FitLines lines={tellFit(card.needs, true)} />}
        {card && <CompareBox item={item} props={props} compare={compare} />}
      </div>
    </>
  );
}

export function SavedRow({ isOut, toggle, ...row }: Props) {
  const { item, props } = row;
  return (
    <RemovableRow item={item} strings={props.strings} isOut={isOut} toggle={toggle}>
      <Row key="row" {...row} />
    </RemovableRow>
  );
}
