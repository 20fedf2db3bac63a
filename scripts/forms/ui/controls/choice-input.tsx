/** One of several choices, or several of them: the browser's own controls for a few, a search for many. */
import { useMemo } from 'react';
import { isEmpty, textOf } from '../../values/values';
import { attributesOf, type ControlProps } from '../field';
import { useForm } from '../form-context';
import { ChosenInput, ChosenList, listOf } from './chosen-input';
import { Combobox } from './combobox';

/** The most choices of a list without a search. */
const fewOptions = 12;

/** The most choices that are shown as boxes. */
const fewBoxes = 8;

/** The choices of a vocabulary, as a list searches them. `first` is that with which it begins. */
function useTerms(vocabulary: string, first?: string) {
  const { forms } = useForm();
  return useMemo(
    () =>
      (forms.vocabularies[vocabulary] ?? [])
        .map(([id, name]) => ({ id, name, words: id.replaceAll('_', ' ') }))
        .toSorted((one, other) => Number(other.id === first) - Number(one.id === first)),
    [forms, vocabulary, first],
  );
}

/** The editor's own time zone. Most organizations ask people of their own place to write. */
const ownZone = () => new Intl.DateTimeFormat().resolvedOptions().timeZone;

export function ChoiceInput({ input, ...props }: ControlProps<'choice'>) {
  const { value, fallback, onChange } = props;
  const { t } = useForm();
  const terms = useTerms(input.vocabulary, input.search && ownZone());
  const current = textOf(value);
  const known = terms.find((term) => term.id === current);
  if (terms.length > fewOptions)
    return (
      <Combobox
        {...props}
        options={terms}
        selected={known ?? (isEmpty(value) ? undefined : { id: current, name: current })}
        onSelect={(option) => onChange(option?.id)}
      />
    );
  const hasFallback = terms.some((term) => term.id === fallback);
  return (
    <select
      {...attributesOf(props)}
      value={current === '' && hasFallback ? textOf(fallback) : current}
      onChange={({ target }) => onChange(target.value === '' ? undefined : target.value)}
    >
      {!hasFallback && <option value="">{t('Nothing chosen')}</option>}
      {terms.map((term) => (
        <option key={term.id} value={term.id}>
          {term.name}
        </option>
      ))}
      {!known && current !== '' && <option value={current}>{current}</option>}
    </select>
  );
}

export function ChoicesInput(props: ControlProps<'choices'>) {
  const { input, value, onChange } = props;
  const terms = useTerms(input.vocabulary);
  if (terms.length > fewBoxes) return <ChosenInput {...props} options={terms} />;
  const ids = listOf(value);
  const isTerm = (one: string) => terms.some((term) => term.id === one);
  const known = ids.filter(isTerm);
  // A stored value that isn't among the choices has no box, but a button that removes it.
  const unknown = ids.filter((one) => !isTerm(one)).map((id) => ({ id, name: id }));
  return (
    <>
      <ChosenList chosen={unknown} onChange={(left) => onChange([...known, ...left])} />
      <div className="bar">
        {terms.map(({ id, name }) => (
          <label key={id}>
            <input
              type="checkbox"
              checked={ids.includes(id)}
              disabled={!ids.includes(id) && ids.length >= input.most}
              onChange={({ target }) =>
                onChange(target.checked ? [...ids, id] : ids.filter((one) => one !== id))
              }
            />
            {name}
          </label>
        ))}
      </div>
    </>
  );
}
