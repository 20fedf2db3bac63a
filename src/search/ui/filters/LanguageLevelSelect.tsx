/** The level of a chosen language: opportunities that need more aren't shown. */
import { interpolate } from '@/i18n/interpolate';
import { languageLevels } from '@/model/vocabularies/languages';
import { splitLanguageValue } from '@/search/facets/search-address';
import type { SearchStrings } from '@/search/page/search-props';

interface Props {
  /** `fr` or `fr:good` */
  readonly value: string;
  readonly name: string;
  readonly strings: SearchStrings;
  readonly choose: (value: string) => void;
}

export function LanguageLevelSelect({ value, name, strings, choose }: Props) {
  const { tag, level } = splitLanguageValue(value);
  const id = `search-level-${tag}`;
  return (
    <p className="search-field">
      <label htmlFor={id}>{interpolate(strings.level, { language: name })}</label>
      <select
        id={id}
        value={level ?? ''}
        onChange={(event) => {
          const { value: chosen } = event.currentTarget;
          choose(chosen === '' ? tag : `${tag}:${chosen}`);
        }}
      >
        <option value="">{strings.levelAny}</option>
        {languageLevels.map((other) => (
          <option key={other} value={other}>
            {strings.levels[other]}
          </option>
        ))}
      </select>
    </p>
  );
}
