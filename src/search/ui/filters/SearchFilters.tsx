/** The facets, each with its values and their counts. */
import { languageLevels } from '@/model/vocabularies/languages';
import { closesChoices, withValues, type FacetId, type SearchState } from '@/search/facets/search-address';
import { splitLanguageValue } from '@/search/facets/language-value';
import type { FilterResult } from '@/search/facets/filter-opportunities';
import { FacetOptions, type FacetOption } from './FacetOptions';
import type { Labels } from '@/search/facets/labels';
import type { SearchIslandProps, SearchTranslate } from '@/search/page/search-props';

/** Open at first. */
const openFirst = new Set<FacetId>(['task', 'lang', 'hours']);

/** Facets whose values include each other. */
const single = new Set<FacetId>(['hours']);

/** Facets with too many values: those without results are hidden. */
const long = new Set<FacetId>(['country', 'region', 'lang']);

interface Props {
  readonly props: SearchIslandProps;
  readonly labels: Labels;
  readonly state: SearchState;
  /** Missing until the columns are loaded. */
  readonly found: FilterResult | undefined;
  /** True if the visitor has given answers to the fit check. */
  readonly canFit: boolean;
  readonly change: (next: SearchState) => void;
}

/** A facet's values in the page's order, then chosen ones that the site doesn't have. */
function optionsOf({ props, labels, state, found }: Props, facet: FacetId): FacetOption[] {
  const chosen = state.chosen[facet];
  const idOf = (value: string) => (facet === 'lang' ? splitLanguageValue(value).tag : value);
  const known = props.options[facet].map(({ id }) => id);
  const extra = chosen.map(idOf).filter((id) => !known.includes(id));
  return [...known, ...extra].flatMap((id) => {
    const value = chosen.find((other) => idOf(other) === id);
    const count = found && (found.counts[facet].get(value ?? id) ?? 0);
    return value === undefined && count === 0 && long.has(facet)
      ? []
      : [{ id, label: labels.option(facet, id), count, isChosen: value !== undefined }];
  });
}

interface LanguageLevelProps {
  /** `fr` or `fr:good` */
  readonly value: string;
  readonly name: string;
  readonly t: SearchTranslate;
  readonly choose: (value: string) => void;
}

/** The level of a chosen language: opportunities that need more aren't shown. */
function LanguageLevelSelect({ value, name, t, choose }: LanguageLevelProps) {
  const { tag, level } = splitLanguageValue(value);
  const id = `search-level-${tag}`;
  return (
    <p className="search-field">
      <label htmlFor={id}>{t('search.level', { language: name })}</label>
      <select
        id={id}
        value={level ?? ''}
        onChange={(event) => {
          const { value: chosen } = event.currentTarget;
          choose(chosen === '' ? tag : `${tag}:${chosen}`);
        }}
      >
        <option value="">{t('search.level.any')}</option>
        {languageLevels.map((other) => (
          <option key={other} value={other}>
            {t(`level.${other}`)}
          </option>
        ))}
      </select>
    </p>
  );
}

export function SearchFilters(all: Props) {
  const { props, labels, state, canFit, change } = all;
  const { t } = props;

  const toggle = (facet: FacetId, id: string, isChosen: boolean) => {
    const others = single.has(facet)
      ? []
      : state.chosen[facet].filter((value) => splitLanguageValue(value).tag !== id);
    change(withValues(state, facet, isChosen ? [...others, id] : others));
  };

  return (
    <div id="search-filters">
      {props.order.map((facet) => (
        <FacetOptions
          key={facet}
          facet={facet}
          name={t(`facet.${facet}`)}
          options={optionsOf(all, facet)}
          isOpenFirst={openFirst.has(facet)}
          isLong={long.has(facet)}
          any={facet === 'hours' ? t('search.hours.any') : undefined}
          toggle={toggle}
        >
          {facet === 'lang' &&
            state.chosen.lang.map((value) => (
              <LanguageLevelSelect
                key={splitLanguageValue(value).tag}
                value={value}
                name={labels.option('lang', splitLanguageValue(value).tag)}
                t={t}
                choose={(next) =>
                  change(
                    withValues(state, 'lang', [
                      ...state.chosen.lang.filter((other) => other !== value),
                      next,
                    ]),
                  )
                }
              />
            ))}
        </FacetOptions>
      ))}
      <p className="search-field">
        <label htmlFor="search-closes">{t('search.closes')}</label>
        <select
          id="search-closes"
          value={state.closes ?? ''}
          onChange={(event) =>
            change({ ...state, closes: Number(event.currentTarget.value) || undefined, page: 1 })
          }
        >
          <option value="">{t('search.closes.any')}</option>
          {closesChoices.map((count) => (
            <option key={count} value={count}>
              {labels.closes(count)}
            </option>
          ))}
        </select>
      </p>
      <p className="search-fit">
        <a href={props.fit.page}>{t(canFit ? 'fit.change' : 'search.fit.offer')}</a>
      </p>
    </div>
  );
}
