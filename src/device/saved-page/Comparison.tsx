/** Saved opportunities beside each other: a column each. */
import type { SavedCard } from '../saved/card';
import { factNames } from '../saved/card';
import type { SavedProps } from './saved-props';
import { FitLines } from '../fit/FitLines';
import type { TellFit } from '../fit/use-fit.client';
import { When } from '../When';

interface Props {
  readonly cards: readonly SavedCard[];
  readonly props: SavedProps;
  readonly now: number;
  readonly tellFit: TellFit | undefined;
}

/** So many fit beside each other, and in a head. */
export const mostCompared = 4;

function Values({ values }: { readonly values: readonly string[] | undefined }) {
  if (!values) return <>–</>;
  return values.map((value) => <div key={value}>{value}</div>);
}

export function Comparison({ cards, props, now, tellFit }: Props) {
  const { strings } = props;
  const facts = factNames.filter((name) => cards.some((card) => card.facts[name]));
  return (
    <section id="compare">
      <h2 id="compare-title">{strings.compareTitle}</h2>
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
              <th scope="row">{strings.factClosing}</th>
              {cards.map((card) => (
                <td key={card.path}>
                  <When card={card} props={props} now={now} bare />
                </td>
              ))}
            </tr>
            <tr>
              <th scope="row">{strings.organization}</th>
              {cards.map((card) => (
                <td key={card.path}>{card.organization}</td>
              ))}
            </tr>
            {tellFit && (
              <tr>
                <th scope="row">{strings.forYou}</th>
                {cards.map((card) => (
                  <td key={card.path}>
                    <FitLines lines={tellFit(card.needs, false)} />
                  </td>
                ))}
              </tr>
            )}
            {facts.map((name) => (
              <tr key={name}>
                <th scope="row">{strings.facts[name]}</th>
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
