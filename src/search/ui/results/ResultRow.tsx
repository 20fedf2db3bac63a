/** A result: the row of every list, live, with what a search knows of it. */
import { cardAt } from '@/components/opportunity/card-at';
import { OpportunityRow } from '@/components/opportunity/OpportunityRow';
import { needsText } from '@/components/opportunity/needs-text';
import { FitLines } from '@/device/fit/FitLines';
import type { FitLine } from '@/device/fit/fit-lines';
import type { WorkLanguageNeed } from '@/model/language-needs';
import type { ResultCard } from '../../query/engine.client';
import type { Labels } from '../../facets/labels';
import type { SearchIslandProps } from '../../page/search-props';

interface Props {
  readonly card: ResultCard;
  /** The requested tasks. */
  readonly tasks: readonly string[];
  /** Its fit for the visitor, where that is known. */
  readonly fit: readonly FitLine[] | undefined;
  /** The languages that it needs besides those of the search; of each list one is enough. */
  readonly needs: readonly (readonly WorkLanguageNeed[])[];
  readonly props: SearchIslandProps;
  readonly labels: Labels;
  /** The current instant on the device (ms). */
  readonly now: number;
}

export function ResultRow({ card, tasks, fit, needs, props, labels, now }: Props) {
  const { t } = props;
  const { id, lang, closesAt } = card;
  return (
    <OpportunityRow
      card={cardAt(card, now)}
      t={t}
      names={labels}
      summary={
        card.excerpt
          ? card.excerpt.map(({ text, marked }, index) => (marked ? <mark key={index}>{text}</mark> : text))
          : card.summary
      }
      facts={labels.facts(card, tasks)}
      now={now}
      later={null}
      closes={closesAt}
      // A place for its button (`save-buttons.client.ts`).
      save={<span className="button save" data-save={id} data-lang={lang} />}
    >
      {fit && fit.length > 0 ? (
        <FitLines lines={fit} />
      ) : (
        needs.length > 0 && <p className="search-needs">{needsText(t, labels, { languages: needs })}</p>
      )}
    </OpportunityRow>
  );
}
