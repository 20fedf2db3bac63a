/** Nothing found: why, where that is known, which choice to take back, and how many that would show. */
import { pluralize } from '@/i18n/interpolate';
import type { FoundOpportunities } from '../facets/facets';
import { isolate } from '../words/isolate';
import type { Chip } from '../facets/labels';
import type { SearchStrings } from '../page/props';
import { readQuery } from '../words/terms';

interface Props {
  readonly strings: SearchStrings;
  readonly locale: string;
  /** What was searched for. */
  readonly words: string;
  readonly found: FoundOpportunities;
  readonly missing: readonly string[];
  readonly chips: readonly Chip[];
  readonly without: (chip: Chip) => void;
  readonly clear: () => void;
}

/** Why there is nothing, as far as the words are to blame. */
function reason({ strings, locale, words, missing }: Props): string | undefined {
  if (missing.length > 0) {
    const named = missing.map(isolate).join(', ');
    return pluralize(strings.noneMissing, missing.length, locale, { words: named });
  }
  return words !== '' && readQuery(words).text === '' ? strings.noneSigns : undefined;
}

export function SearchNone(props: Props) {
  const { strings, locale, found, missing, chips, without, clear } = props;
  // Only where the choice stands alone in its facet does the count say what taking it back shows.
  const ways = chips.flatMap((chip) => {
    const isAlone = chips.filter(({ facet }) => facet === chip.facet).length === 1;
    const count = found.without.get(chip.facet) ?? 0;
    return isAlone && count > 0 && chip.facet !== 'status' ? [{ chip, count }] : [];
  });
  const why = reason(props);
  return (
    <div className="search-none">
      <p className="search-none-title">{strings.none}</p>
      {why !== undefined && <p>{why}</p>}
      <p>{strings.noneHint}</p>
      {/* No filter is to blame for a word that nothing has. */}
      {chips.length > 0 && missing.length === 0 && (
        <ul className="search-ways">
          {ways.map(({ chip, count }) => (
            <li key={`${chip.facet} ${chip.value}`}>
              <button type="button" className="button" onClick={() => without(chip)}>
                {pluralize(strings.without, count, locale, { filter: chip.label })}
              </button>
            </li>
          ))}
          <li>
            <button type="button" className="button" onClick={clear}>
              {strings.clear}
            </button>
          </li>
        </ul>
      )}
    </div>
  );
}
