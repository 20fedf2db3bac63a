/** A result, laid out as in every other list (`OpportunityRow.astro`). */
import { AppliedNote } from '@/device/applied/AppliedNote';
import { FitLines } from '@/device/fit/FitLines';
import type { FitLine } from '@/device/fit/fit-lines';
import { SaveButton } from '@/device/saved/SaveButton';
import { elideArticles } from '@/i18n/format/elide';
import { label } from '@/i18n/names';
import type { WorkLanguageNeed } from '@/model/language-needs';
import { acceptsApplications, isClosingNamed, stageAt } from '@/model/time/lifecycle';
import type { ResultCard } from './result-card';
import { closingDay, timeLeft } from '@/i18n/format/reader-time';
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
  /** Announces a message to screen readers. */
  readonly announce: (message: string) => void;
}

/** The status of one that is closed; the closing day where that is near. */
function ClosingLine({ card, props, now }: Props) {
  const { t, locale } = props;
  const { closesAt } = card;
  const stage = stageAt(card, now);
  if (!acceptsApplications(stage)) {
    return (
      <p className="row-when">
        <strong>{label(t, 'status', stage)}</strong>
      </p>
    );
  }
  if (closesAt === undefined || !isClosingNamed(closesAt, now)) return null;
  return (
    <p className="row-when">
      {t('row.closes')} <strong>{closingDay(locale, closesAt)}</strong> {timeLeft(locale, closesAt, now)}
    </p>
  );
}

/** `Needs good English` */
function needsText({ needs, props: { t, locale }, labels }: Props): string {
  const ability = ({ language, level }: WorkLanguageNeed) =>
    t(`fit.language.${level}`, { language: labels.language(language) });
  const list = (type: 'conjunction' | 'disjunction', texts: readonly string[]) =>
    new Intl.ListFormat(locale, { type }).format(texts);
  const need = list(
    'conjunction',
    needs.map((alternatives) => list('disjunction', alternatives.map(ability))),
  );
  return elideArticles(locale, t('fit.needs', { need }));
}

export function ResultRow(all: Props) {
  const { card, tasks, fit, needs, props, labels, announce } = all;
  const { t, locale } = props;
  const lang = card.shownIn;
  return (
    <li className="row row-card">
      <div>
        <h3>
          <a href={card.path} lang={lang}>
            {card.title}
          </a>
        </h3>
        <p className="row-for">
          {card.organization}
          {lang !== undefined && <span className="search-lang">{props.shownIn[lang]}</span>}
        </p>
        <p className="row-text" lang={lang}>
          {card.excerpt
            ? card.excerpt.map(({ text, marked }, index) => (marked ? <mark key={index}>{text}</mark> : text))
            : card.summary}
        </p>
        <AppliedNote opportunity={card.id} text={t('applied.note')} locale={locale} />
        {fit && fit.length > 0 ? (
          <FitLines lines={fit} />
        ) : (
          needs.length > 0 && <p className="search-needs">{needsText(all)}</p>
        )}
      </div>
      <div className="row-facts">
        <ClosingLine {...all} />
        <ul className="facts" aria-label={t('facts.label')}>
          {labels.facts(card, tasks).map(({ kind, text }) => (
            <li key={`${kind} ${text}`} className={`fact-${kind}`}>
              {text}
            </li>
          ))}
        </ul>
      </div>
      <div className="row-do">
        <SaveButton
          item={{
            id: card.id,
            title: card.title,
            organization: card.organization,
            lang: lang ?? locale,
            path: card.path,
            closesAt: card.closesAt,
          }}
          t={t}
          announce={announce}
        />
      </div>
    </li>
  );
}
