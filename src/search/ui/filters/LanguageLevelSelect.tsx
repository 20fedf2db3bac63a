/** The level of a chosen language: opportunities that need more aren't shown. */
import { languageLevels } from '@/model/vocabularies/languages';
import { splitLanguageValue } from '@/search/facets/language-value';
import type { SearchTranslate } from '@/search/page/search-props';

interface Props {
  /** `fr` or `fr:good` */
  readonly value: string;
  readonly name: string;
  readonly t: SearchTranslate;
  readonly choose: (value: string) => void;
}

export function LanguageLevelSelect({ value, name, t, choose }: Props) {
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
