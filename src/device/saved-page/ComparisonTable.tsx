/** The comparison of saved opportunities: a table with a column for each. */
import { useEffect, useState } from 'react';
import type { TimelessCard } from '@/components/opportunity/card-at';
import { organizationLine } from '@/components/opportunity/row-facts';
import { closingDay, timeLeft } from '@/i18n/format/reader-time';
import { acceptsApplications, stageAt } from '@/model/time/lifecycle';
import { FitLines } from '../fit/FitLines';
import { readComparedFacts, type ComparedFacts } from './compared-facts';
import type { SavedIslandProps } from './saved-props';
import type { PresentCard } from './use-cards.client';

interface Props {
  readonly cards: readonly PresentCard[];
  readonly props: SavedIslandProps;
  readonly now: number;
}

/** The maximum number of columns, for screens and for readers. */
export const maxCompared = 4;

/** Thrown where a page could not be loaded. */
class ComparedFactsError extends Error {
  override readonly name = 'ComparedFactsError';
}

async function loadComparedFacts(path: string): Promise<ComparedFacts> {
  const response = await fetch(path);
  const facts = response.ok ? readComparedFacts(await response.text()) : undefined;
  if (!facts) throw new ComparedFactsError(`${path} answered ${response.status}.`);
  return facts;
}

/** The compared facts of opportunities by the path of their page; undefined where they can't be loaded. */
function useComparedFacts(paths: readonly string[]): ReadonlyMap<string, ComparedFacts> | undefined {
  const [byPath, setByPath] = useState<ReadonlyMap<string, ComparedFacts>>(new Map());
  const [hasFailed, setFailed] = useState(false);
  const wanted = paths.join(' ');
  useEffect(() => {
    let isStale = false;
    setFailed(false);
    const load = async (path: string) => {
      const facts = await loadComparedFacts(path);
      if (!isStale) setByPath((before) => new Map(before).set(path, facts));
    };
    const missing = wanted.split(' ').filter((path) => !byPath.has(path));
    Promise.all(missing.map(load)).catch(() => !isStale && setFailed(true));
    return () => {
      isStale = true;
    };
    // Facts that are loaded already are kept.
  }, [wanted]);
  return hasFailed ? undefined : byPath;
}

function Values({ values }: { readonly values: readonly string[] | undefined }) {
  if (!values) return <>–</>;
  return values.map((value) => <div key={value}>{value}</div>);
}

/** The closing date of an opportunity, or its status. */
function ClosingOrStatus({ card, props: { t, locale }, now }: Omit<Props, 'cards'> & { card: TimelessCard }) {
  const stage = stageAt(card, now);
  if (!acceptsApplications(stage))
    return <strong>{t(`status.${stage === 'filled' || stage === 'paused' ? stage : 'closed'}`)}</strong>;
  if (card.closesAt === undefined) return <>{t('row.openEnded')}</>;
  const left = timeLeft(locale, card.closesAt, now);
  return (
    <>
      <strong>{closingDay(locale, card.closesAt)}</strong>
      {left !== undefined && <span> {left}</span>}
    </>
  );
}

export function ComparisonTable({ cards, props, now }: Props) {
  const { t, locale, facts: names } = props;
  const paths = cards.map(({ card }) => card.path);
  const facts = useComparedFacts(paths);
  const valuesOf = (path: string, name: string) => facts?.get(path)?.[name];
  return (
    <section id="compare">
      <h2 id="compare-title">{t('compare.title')}</h2>
      {!facts && (
        <p className="notice" role="alert">
          {t('compare.failed')}
        </p>
      )}
      <div className="compare" role="region" aria-labelledby="compare-title" tabIndex={0}>
        <table>
          <thead>
            <tr>
              <td />
              {cards.map(({ card: { path, lang, title } }) => (
                <th key={path} scope="col">
                  <a href={path} lang={lang === locale ? undefined : lang}>
                    {title}
                  </a>
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            <tr>
              <th scope="row">{t('opportunity.strip.closes')}</th>
              {cards.map(({ card }) => (
                <td key={card.path}>
                  <ClosingOrStatus card={card} props={props} now={now} />
                </td>
              ))}
            </tr>
            <tr>
              <th scope="row">{t('compare.organization')}</th>
              {cards.map(({ card }) => (
                <td key={card.path}>{organizationLine(card)}</td>
              ))}
            </tr>
            {cards.some(({ fit }) => fit) && (
              <tr>
                <th scope="row">{t('fit.forYou')}</th>
                {cards.map(({ card, fit }) => (
                  <td key={card.path}>
                    <FitLines lines={fit?.(false) ?? []} />
                  </td>
                ))}
              </tr>
            )}
            {Object.entries(names)
              .filter(([name]) => paths.some((path) => valuesOf(path, name)))
              .map(([name, label]) => (
                <tr key={name}>
                  <th scope="row">{label}</th>
                  {paths.map((path) => (
                    <td key={path}>
                      <Values values={valuesOf(path, name)} />
                    </td>
                  ))}
                </tr>
              ))}
          </tbody>
        </table>
      </div>
    </section>
  );
}
