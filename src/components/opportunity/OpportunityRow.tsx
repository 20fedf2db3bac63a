/**
 * An opportunity as a card on a phone, and a line of a timetable where there is room: what, for whom | when, facts | save.
 * Lists have its HTML alone (`render-row.ts`); results, what the finder shows and what is saved are live.
 */
import type { ReactNode } from 'react';
import type { KeysOf, TranslateKeys } from '@/i18n/create-translate';
import { closingDay, closingText } from '@/i18n/format/reader-time';
import { label } from '@/i18n/names';
import { acceptsApplications } from '@/model/time/lifecycle';
import type { OpportunityCard } from '@/site/cards';
import type { LocalizedText } from '@/site/localized-entry';
import type { Fact, RowNames } from './row-facts';

interface ContentProps {
  readonly card: Omit<OpportunityCard, 'summary' | 'shared'>;
  readonly t: TranslateKeys<KeysOf<'facts.label' | 'row.closes' | 'trust.verified'>>;
  readonly names: Pick<RowNames, 'shownIn' | 'direction'>;
  /** Its summary, where the list has room. */
  readonly summary: ReactNode;
  /** A line above the title. */
  readonly before?: ReactNode;
  /** Further lines below the summary. */
  readonly children?: ReactNode;
  readonly facts: readonly Fact[];
  /** The current instant (ms) on the device that shows it. */
  readonly now?: number | undefined;
  /** In place of the closing day while that isn't near. */
  readonly later?: ReactNode;
  /** Where its link opens. */
  readonly target?: '_blank';
}

interface Props extends ContentProps {
  /** The instant (ms) from which `closing-check.client.ts` calls it closed. */
  readonly closes?: number | undefined;
  /** The button that saves it, where the list has one. */
  readonly save?: ReactNode;
}

/** The status of one that is closed; the closing day where that is near. */
function ClosingLine({ card, t, now, later }: ContentProps) {
  const { stage, closes, closesAt } = card;
  if (!acceptsApplications(stage)) {
    return (
      <p className="row-when">
        <strong>{label(t, 'status', stage)}</strong>
      </p>
    );
  }
  if (closesAt === undefined || !card.isClosingNamed) return later;
  // The day in the opportunity's own zone until it can be the time in the visitor's.
  const { left, at } =
    now === undefined
      ? { at: closingDay(t.locale, closesAt, closes?.zone) }
      : closingText(t.locale, closesAt, now);
  return (
    <p className="row-when">
      {t('row.closes')}{' '}
      {left !== undefined && (
        <>
          <span className="left">{left}</span>{' '}
        </>
      )}
      <strong>
        <time dateTime={new Date(closesAt).toISOString()} data-closing-day="">
          {at}
        </time>
      </strong>
    </p>
  );
}

/** The content of a row without its button, since some lists have another one. */
export function OpportunityRowContent(props: ContentProps) {
  const { card, t, names, summary } = props;
  const { name, country, isChecked } = card.organization;
  /** A text, marked with its language where it isn't the page's. */
  const localized = ({ lang: own, value }: LocalizedText<ReactNode>) =>
    own === t.locale ? (
      value
    ) : (
      <span lang={own} dir={names.direction?.(own)}>
        {value}
      </span>
    );
  return (
    <>
      <div>
        {props.before}
        <h3>
          <a href={card.path} target={props.target}>
            {localized({ lang: card.lang, value: card.title })}
          </a>
        </h3>
        <p className="row-for">
          {localized(name)}, {country}
          {isChecked && (
            <>
              {' '}
              <span role="img" aria-label={t('trust.verified')} title={t('trust.verified')}>
                ✓
              </span>
            </>
          )}
        </p>
        {summary !== undefined && (
          <p className="row-text">{localized({ lang: card.lang, value: summary })}</p>
        )}
        {card.lang !== t.locale && <p className="row-note">{names.shownIn(card.lang)}</p>}
        {props.children}
      </div>
      <div className="row-facts">
        <ClosingLine {...props} />
        <ul className="facts" aria-label={t('facts.label')}>
          {props.facts.map(({ kind, text }) => (
            <li key={`${kind} ${text}`} className={`fact-${kind}`}>
              {text}
            </li>
          ))}
        </ul>
      </div>
    </>
  );
}

export function OpportunityRow({ closes, save, ...content }: Props) {
  return (
    <li className="row row-card" data-closes={closes}>
      <OpportunityRowContent {...content} />
      {save !== undefined && <div className="row-do">{save}</div>}
    </li>
  );
}
