/** The comparison of saved opportunities: a table with a column for each. */
import type { SavedCard } from '../saved/saved-card';
import type { SavedIslandProps } from './saved-props';
import { FitLines } from '../fit/FitLines';
import type { DescribeFit } from '../fit/use-fit.client';
import { ClosingOrStatus } from '../ClosingOrStatus';

interface Props {
  readonly cards: readonly SavedCard[];
  readonly props: SavedIslandProps;
  readonly now: number;
  readonly describeFit: DescribeFit | undefined;
}

/** The maximum number of columns, for screens and for readers. */
export const maxCompared = 4;

function Values({ values }: { readonly values: readonly string[] | undefined }) {
  if (!values) return <>–</>;
  return values.map((value) => <div key={value}>{value}</div>);
}

export function ComparisonTable({ cards, props, now, describeFit }: Props) {
  const { t, facts: names } = props;
  const facts = Object.keys(names).filter((name) => cards.some((card) => card.facts[name]));
  return (
    <section id="compare">
      <h2 id="compare-title">{t('compare.title')}</h2>
      <div className="compare" role="region" aria-labelledby="compare-title" tabIndex={0}>
        <table>
          <thead>
            <tr>
              <td />
              {cards.map((card) => (
                <th key={card.path} scope="col">
                  <a href={card.path} lang={card.lang}>
                    {card.title}
                  </a>
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            <tr>
              <th scope="row">{t('opportunity.strip.closes')}</th>
              {cards.map((card) => (
                <td key={card.path}>
                  <ClosingOrStatus card={card} props={props} now={now} bare />
                </td>
              ))}
            </tr>
            <tr>
              <th scope="row">{t('compare.organization')}</th>
              {cards.map((card) => (
                <td key={card.path}>{card.organization}</td>
              ))}
            </tr>
            {describeFit && (
              <tr>
                <th scope="row">{t('fit.forYou')}</th>
                {cards.map((card) => (
                  <td key={card.path}>
                    <FitLines lines={describeFit(card.needs, false)} />
                  </td>
                ))}
              </tr>
            )}
            {facts.map((name) => (
              <tr key={name}>
                <th scope="row">{names[name]}</th>
                {cards.map((card) => (
                  <td key={card.path}>
                    <Values values={card.facts[name]} />
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
