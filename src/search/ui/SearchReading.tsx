/** How the words were read where not only as they were typed, and the way to exactly what was typed. Never silently. */
import type { MouseEvent, ReactNode } from 'react';
import { interpolate } from '@/i18n/interpolate';
import { serializeAddress, type SearchState } from '../facets/address';
import { isolate } from '../words/isolate';
import type { Labels } from '../facets/labels';
import type { Corrected, Meant } from '../query/look-up.client';
import type { SynonymGroup } from '../query/meanings';
import type { SearchProps } from '../page/props';

interface Props {
  readonly props: SearchProps;
  readonly labels: Labels;
  readonly state: SearchState;
  readonly corrected: readonly Corrected[];
  readonly meant: readonly Meant[];
  readonly change: (next: SearchState) => void;
}

/** A message around something that isn't plain text: `'Showing {words}.'` */
function around(message: string, gap: string, content: ReactNode): ReactNode {
  const [before = '', after = ''] = message.split(`{${gap}}`);
  return (
    <>
      {before}
      {content}
      {after}
    </>
  );
}

/** Items as the language lists them, each in bold. */
function listed(items: readonly string[], locale: string): ReactNode {
  const parts = new Intl.ListFormat(locale, { type: 'conjunction' }).formatToParts(items);
  return parts.map(({ type, value }, place) =>
    type === 'element' ? <strong key={place}>{isolate(value)}</strong> : value,
  );
}

/** `Translation (Task)`, or other words as they are. */
function nameOf({ props: { strings }, labels }: Props, { term, words = '' }: SynonymGroup): string {
  if (!term) return words;
  const name = labels.option(term.facet, term.value);
  return interpolate(strings.readTerm, { name, facet: strings.facets[term.facet] });
}

function Meanings({ all, meant: { typed, meanings } }: { readonly all: Props; readonly meant: Meant }) {
  const { strings, locale } = all.props;
  const terms = listed([...new Set(meanings.map((meaning) => nameOf(all, meaning)))], locale);
  const language = meanings.every((meaning) => meaning.language !== undefined)
    ? meanings[0]?.language
    : undefined;
  if (language === undefined) return <p>{around(strings.readMeant, 'terms', terms)}</p>;
  const name = new Intl.DisplayNames(locale, { type: 'language' }).of(language) ?? language;
  return (
    <p>
      {around(interpolate(strings.readForeign, { words: isolate(typed), language: name }), 'terms', terms)}
    </p>
  );
}

export function SearchReading(all: Props) {
  const { props, state, corrected, meant, change } = all;
  const { strings, locale } = props;
  const link = (exact: boolean, text: string) => {
    const next = { ...state, exact, page: 1 };
    const follow = (event: MouseEvent) => {
      // Opening it in another tab or window is the browser's own business.
      if (event.button !== 0 || event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return;
      event.preventDefault();
      change(next);
    };
    return (
      <p>
        <a href={serializeAddress(next)} onClick={follow}>
          {text}
        </a>
      </p>
    );
  };
  const instead = corrected.filter(({ isAdded }) => !isAdded).flatMap(({ words }) => words);
  const besides = corrected.filter(({ isAdded }) => isAdded).flatMap(({ words }) => words);
  const words = { words: isolate(state.q) };
  const isReadAsTyped = corrected.length === 0 && meant.length === 0;
  return (
    <div className="search-reading" role="status">
      {instead.length > 0 && <p>{around(strings.readInstead, 'words', listed(instead, locale))}</p>}
      {besides.length > 0 && <p>{around(strings.readBesides, 'words', listed(besides, locale))}</p>}
      {meant.map((one) => (
        <Meanings key={one.typed} all={all} meant={one} />
      ))}
      {!isReadAsTyped &&
        link(true, interpolate(instead.length > 0 ? strings.readTyped : strings.readOnly, words))}
      {state.exact && (
        <>
          <p>{strings.readExact}</p>
          {link(false, strings.readFreely)}
        </>
      )}
    </div>
  );
}
