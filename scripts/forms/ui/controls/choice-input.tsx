/** One of several choices: a list of the browser's for a few, a search for many. */
import { useMemo } from 'react';
import { isEmpty, textOf } from '../../values/values';
import type { ControlIds } from '../field';
import { useForm } from '../form-context';
import { Combobox } from './combobox';

/** The most choices of a list without a search. */
const fewChoices = 12;

/** The choices of a vocabulary, as a list searches them. */
export function useTerms(vocabulary: string) {
  const { forms } = useForm();
  return useMemo(
    () =>
      (forms.vocabularies[vocabulary] ?? []).map(([id, name]) => ({
        id,
        name,
        words: id.replaceAll('_', ' '),
      })),
    [forms, vocabulary],
  );
}

interface ChoiceInputProps extends ControlIds {
  readonly label: string;
  readonly vocabulary: string;
  readonly value: unknown;
  /** What holds where nothing is chosen. */
  readonly fallback?: unknown;
  /** The choice that a long list begins with. */
  readonly first?: string;
  readonly isRequired: boolean;
  readonly onChange: (value: string | undefined) => void;
}

export function ChoiceInput(props: ChoiceInputProps) {
  const { id, describedBy, label, vocabulary, value, fallback, first, isRequired, onChange } = props;
  const { t } = useForm();
  const terms = useTerms(vocabulary);
  const current = textOf(value);
  const known = terms.find((term) => term.id === current);
  const options = useMemo(
    () => terms.toSorted((one, other) => Number(other.id === first) - Number(one.id === first)),
    [terms, first],
  );
  if (terms.length > fewChoices)
    return (
      <Combobox
        id={id}
        describedBy={describedBy}
        aria-label={props['aria-label']}
        label={label}
        options={options}
        selected={known ?? (isEmpty(value) ? undefined : { id: current, name: current })}
        isRequired={isRequired}
        onSelect={(option) => onChange(option?.id)}
      />
    );
  const hasFallback = terms.some((term) => term.id === fallback);
  return (
    <select
      id={id}
      aria-label={props['aria-label']}
      aria-describedby={describedBy}
      aria-required={isRequired}
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
