/**
 * The interpretation of the words where it differs from the typed ones, with a link to only the typed words. Never
 * silent.
 */
import { Fragment, type MouseEvent, type ReactNode } from 'react';
import { serializeAddress, type SearchState } from '../../facets/search-address';
import { isolateDirection } from '../../words/isolate-direction';
import type { Labels } from '../../facets/labels';
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

function SynonymNote({
  all,
  synonymMatches: { typed, targets },
}: {
  readonly all: Props;
  readonly synonymMatches: SynonymMatch;
}) {
  const { t, locale } = all.props;
  const terms = formatList([...new Set(targets.map((target) => nameOf(all, target)))], locale);
  const language = targets.every((target) => target.language !== undefined)
    ? targets[0]?.language
    : undefined;
  if (language === undefined) return <p>{fillGap(t('search.read.meant'), 'terms', terms)}</p>;
  const name = new Intl.DisplayNames(locale, { type: 'language' }).of(language) ?? language;
  return (
    <p>
      {fillGap(t('search.read.foreign', { words: isolateDirection(typed), language: name }), 'terms', terms)}
    </p>
  );
}

export function InterpretationNote(all: Props) {
  const { props, state, interpretation, isPartial, change } = all;
  const { corrected, synonymMatches, missing, used, excluded, quoted } = interpretation;
  const { t, locale } = props;
  const link = (q: string, text: string) => {
    const next = { ...state, q, page: 1 };
    const follow = (event: MouseEvent) => {
      // Let the browser open it in another tab or window.
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
  const replacements = corrected.filter(({ isAdded }) => !isAdded).flatMap(({ words }) => words);
  const additions = corrected.filter(({ isAdded }) => isAdded).flatMap(({ words }) => words);
  const words = { words: isolateDirection(state.q) };
  const isReadAsTyped = corrected.length === 0 && synonymMatches.length === 0 && !isPartial;
  return (
    <div className="search-reading" role="status">
      {excluded.map(({ words: some, undone }) => (
        <Fragment key={undone}>
          <p>{fillGap(t('search.read.without'), 'words', formatList([some], locale))}</p>
          {link(undone, t('search.read.include', { words: isolateDirection(some) }))}
        </Fragment>
      ))}
      {isPartial && missing.length > 0 && (
        <p>
          {t.count('search.none.missing', missing.length, {
            words: missing.map(isolateDirection).join(', '),
          })}
        </p>
      )}
      {used.length > 0 && (
        <p>
          {fillGap(
            t(missing.length > 0 ? 'search.read.instead' : 'search.group.none'),
            'words',
            formatList(used, locale),
          )}
        </p>
      )}
      {replacements.length > 0 && (
        <p>{fillGap(t('search.read.instead'), 'words', formatList(replacements, locale))}</p>
      )}
      {additions.length > 0 && (
        <p>{fillGap(t('search.read.besides'), 'words', formatList(additions, locale))}</p>
      )}
      {synonymMatches.map((one) => (
        <SynonymNote key={one.typed} all={all} synonymMatches={one} />
      ))}
      {!isReadAsTyped &&
        link(quoted, t(replacements.length > 0 ? 'search.read.typed' : 'search.read.only', words))}
    </div>
  );
}
