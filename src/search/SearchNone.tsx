/** Nothing found: which choice to take back, and how many that would show. */
import { pluralize } from '@/i18n/interpolate';
import type { Found } from './facets';
import type { Chip } from './labels';
import type { SearchStrings } from './props';

interface Props {
  readonly strings: SearchStrings;
  readonly locale: string;
  readonly found: Found;
  readonly chips: readonly Chip[];
  readonly without: (chip: Chip) => void;
  readonly clear: () => void;
}

export function SearchNone({ strings, locale, found, chips, without, clear }: Props) {
  // Only where the choice stands alone in its facet does the count say what taking it back shows.
  const ways = chips.flatMap((chip) => {
    const isAlone = chips.filter(({ facet }) => facet === chip.facet).length === 1;
    const count = found.without.get(chip.facet) ?? 0;
    return isAlone && count > 0 && chip.facet !== 'status' ? [{ chip, count }] : [];
  });
  return (
    <div className="search-none">
      <p className="search-none-title">{strings.none}</p>
      <p>{strings.noneHint}</p>
      {chips.length > 0 && (
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
