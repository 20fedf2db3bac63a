/** The message for no results: why, where that is known, and which filter to remove for how many results. */
import type { FilterResult } from '../../facets/filter-opportunities';
import { isolateDirection } from '../../words/isolate-direction';
import type { FilterChip } from '../../facets/labels';
import type { SearchTranslate } from '../../page/search-props';

interface Props {
  readonly t: SearchTranslate;
  /** The words of the search. */
  readonly words: string;
  readonly found: FilterResult;
  readonly missing: readonly string[];
  readonly chips: readonly FilterChip[];
  readonly without: (chip: FilterChip) => void;
  readonly clear: () => void;
}

/** The reason, where the words are the cause. */
function findReason({ t, words, missing }: Props): string | undefined {
  if (missing.length > 0) {
    const named = missing.map(isolateDirection).join(', ');
    return t.count('search.none.missing', missing.length, { words: named });
  }
  return words !== '' && !/[\p{L}\p{N}]/u.test(words) ? t('search.none.signs') : undefined;
}

/** A suggestion for another search. */
function hint({ t, words, chips }: Props): string {
  if (chips.length > 0) return t('search.none.filters');
  return t(/\s/.test(words) ? 'search.none.words' : 'search.none.word');
}

export function NoResults(props: Props) {
  const { t, found, missing, chips, without, clear } = props;
  // The count holds only where the chip is the only one of its facet.
  const ways = chips.flatMap((chip) => {
    const isAlone = chips.filter(({ facet }) => facet === chip.facet).length === 1;
    const count = found.without.get(chip.facet) ?? 0;
    return isAlone && count > 0 && chip.facet !== 'status' ? [{ chip, count }] : [];
  });
  const why = findReason(props);
  return (
    <div className="search-none">
      <p className="search-none-title">{t('search.none')}</p>
      {why !== undefined && <p>{why}</p>}
      <p>{hint(props)}</p>
      {/* With an unknown word, removing filters doesn't help. */}
      {chips.length > 0 && missing.length === 0 && (
        <ul className="search-ways">
          {ways.map(({ chip, count }) => (
            <li key={`${chip.facet} ${chip.value}`}>
              <button type="button" className="button" onClick={() => without(chip)}>
                {t.count('search.without', count, { filter: chip.label })}
              </button>
            </li>
          ))}
          <li>
            <button type="button" className="button" onClick={clear}>
              {t('search.clear')}
            </button>
          </li>
        </ul>
      )}
    </div>
  );
}
