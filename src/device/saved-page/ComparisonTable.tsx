/** The comparison of saved opportunities: a table with a column for each that is chosen. */
import { useEffect, useState, type ReactNode } from 'react';
import { closingDay, timeLeft } from '@/i18n/format/reader-time';
import { label } from '@/i18n/names';
import { acceptsApplications, stageAt } from '@/model/time/lifecycle';
import { FitLines } from '../fit/FitLines';
import { readComparedFacts, type ComparedFacts } from './compared-facts';
import type { PresentCard } from './PresentRow';
import type { SavedIslandProps } from './saved-props';

interface Props {
  readonly cards: readonly PresentCard[];
  readonly props: SavedIslandProps;
  readonly now: number;
}

async function loadComparedFacts(path: string): Promise<ComparedFacts> {
  const response = await fetch(path);
  const facts = response.ok ? readComparedFacts(await response.text()) : undefined;
  if (!facts) throw new Error(`${path} answered ${response.status}.`);
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
function ClosingOrStatus({
  card,
  props: { t, locale },
  now,
}: Omit<Props, 'cards'> & { card: PresentCard['card'] }) {
  const stage = stageAt(card, now);
  if (!acceptsApplications(stage)) return <strong>{label(t, 'status', stage)}</strong>;
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
  const facts = useComparedFacts(cards.map(({ card }) => card.path));
  const row = (key: string, name: string, cell: (present: PresentCard) => ReactNode) => (
    <tr key={key}>
      <th scope="row">{name}</th>
      {cards.map((present) => (
        <td key={present.card.path}>{cell(present)}</td>
      ))}
    </tr>
  );
  const valuesOf = (name: string) => cards.map(({ card }) => facts?.get(card.path)?.[name]);
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
            {row('closes', t('opportunity.strip.closes'), ({ card }) => (
              <ClosingOrStatus card={card} props={props} now={now} />
            ))}
            {row('organization', t('compare.organization'), ({ card }) => card.line)}
            {cards.some(({ fit }) => fit) &&
              row('fit', t('fit.forYou'), ({ fit }) => <FitLines lines={fit?.(false) ?? []} />)}
            {Object.entries(names).map(
              ([name, label]) =>
                valuesOf(name).some((values) => values) &&
                row(`fact ${name}`, label, ({ card }) => <Values values={facts?.get(card.path)?.[name]} />),
            )}
          </tbody>
        </table>
      </div>
    </section>
  );
}
