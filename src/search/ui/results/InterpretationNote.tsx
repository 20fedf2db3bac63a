/**
 * The interpretation of the words where it differs from the typed ones, with a link to only the typed words. Never
 * silent.
 */
import type { MouseEvent, ReactNode } from 'react';
import { serializeAddress, type SearchState } from '../../facets/search-address';
import { isolateDirection } from '../../words/isolate-direction';
import type { Labels } from '../../facets/labels';
import { useIsWide } from '../../hooks/use-is-wide.client';
import type { QueryInterpretation, SynonymMatch } from '../../query/lookup';
import type { SynonymTarget } from '../../query/synonyms';
import type { SearchIslandProps } from '../../page/search-props';

interface Props {
  readonly props: SearchIslandProps;
  readonly labels: Labels;
  readonly state: SearchState;
  readonly interpretation: QueryInterpretation;
  /** True if some results lack words. */
  readonly isPartial: boolean;
  readonly change: (next: SearchState) => void;
}

/** Inserts an element into a message: `'Showing {words}.'` */
function fillGap(message: string, gap: string, content: ReactNode): ReactNode {
  const [before = '', after = ''] = message.split(`{${gap}}`);
  return (
    <>
      {before}
      {content}
      {after}
    </>
  );
}

/** Formats a list in the page's language, with each item in bold. */
function formatList(items: readonly string[], locale: string): ReactNode {
  const parts = new Intl.ListFormat(locale, { type: 'conjunction' }).formatToParts(items);
  return parts.map(({ type, value }, place) =>
    type === 'element' ? <strong key={place}>{isolateDirection(value)}</strong> : value,
  );
}

/** `Translation (Task)`, or other words as they are. */
function nameOf({ props: { t }, labels }: Props, { term, words = '' }: SynonymTarget): string {
  if (!term) return words;
  const name = labels.option(term.facet, term.value);
  return t('search.read.term', { name, facet: t(`facet.${term.facet}`) });
}

/** `“agua” in Spanish: also showing Water (Cause).` */
function synonymText(all: Props, { typed, targets }: SynonymMatch): ReactNode {
  const { t, locale } = all.props;
  const terms = formatList([...new Set(targets.map((target) => nameOf(all, target)))], locale);
  const language = targets.every((target) => target.language !== undefined)
    ? targets[0]?.language
    : undefined;
  if (language === undefined) return fillGap(t('search.read.meant'), 'terms', terms);
  const name = new Intl.DisplayNames(locale, { type: 'language' }).of(language) ?? language;
  return fillGap(
    t('search.read.foreign', { words: isolateDirection(typed), language: name }),
    'terms',
    terms,
  );
}

/** The sentences that say how the words were read. */
function tellReading(all: Props): ReactNode[] {
  const { props, interpretation, isPartial } = all;
  const { corrected, synonymMatches, missing, used } = interpretation;
  const { t, locale } = props;
  const replaced = corrected.filter(({ isAdded }) => !isAdded);
  /** Each in the spelling in which it was found. */
  const found = used.flatMap((word) => replaced.find(({ typed }) => typed === word)?.words ?? [word]);
  const replacements = replaced.filter(({ typed }) => !used.includes(typed)).flatMap(({ words }) => words);
  const additions = corrected.filter(({ isAdded }) => isAdded).flatMap(({ words }) => words);
  const tell = (message: string, words: readonly string[]) =>
    words.length === 0 ? [] : [fillGap(message, 'words', formatList(words, locale))];
  return [
    ...(isPartial && missing.length > 0
      ? [t.count('search.none.missing', missing.length, { words: missing.map(isolateDirection).join(', ') })]
      : []),
    ...tell(t(missing.length > 0 ? 'search.read.instead' : 'search.group.none'), found),
    ...tell(t('search.read.instead'), replacements),
    ...tell(t('search.read.besides'), additions),
    ...synonymMatches.map((one) => synonymText(all, one)),
  ];
}

export function InterpretationNote(all: Props) {
  const { props, state, interpretation, isPartial, change } = all;
  const { corrected, synonymMatches, excluded, quoted } = interpretation;
  const { t, locale } = props;
  const isWide = useIsWide();
  const link = (q: string, text: string) => {
    const next = { ...state, q, page: 1 };
    const follow = (event: MouseEvent) => {
      // Let the browser open it in another tab or window.
      if (event.button !== 0 || event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return;
      event.preventDefault();
      change(next);
    };
    return (
      <a href={serializeAddress(next)} onClick={follow}>
        {text}
      </a>
    );
  };
  const isReadAsTyped = corrected.length === 0 && synonymMatches.length === 0 && !isPartial;
  const [first, ...others] = tellReading(all);
  const asTyped = link(
    quoted,
    t(corrected.some(({ isAdded }) => !isAdded) ? 'search.read.typed' : 'search.read.only', {
      words: isolateDirection(state.q),
    }),
  );
  return (
    <div className="search-reading" role="status">
      {excluded.map(({ words: some, undone }) => (
        <p key={undone}>
          {fillGap(t('search.read.without'), 'words', formatList([some], locale))}{' '}
          {link(undone, t('search.read.include', { words: isolateDirection(some) }))}
        </p>
      ))}
      {first !== undefined && (
        // One line, so that a phone shows results under it.
        <details open={isWide}>
          <summary>
            <span className="search-reading-first">{first}</span>
            <span className="search-reading-more">{t('search.read.more')}</span>
          </summary>
          {others.map((sentence, place) => (
            <p key={place}>{sentence}</p>
          ))}
          <p>{asTyped}</p>
        </details>
      )}
      {first === undefined && !isReadAsTyped && <p>{asTyped}</p>}
    </div>
  );
}
