/** Lists of a few choices, and the statuses of a type for one. */
import type { ContentTypeName } from '@/model/types/entry';
import { useWords } from '../../../form-page/browser/words';

export interface ListChoice {
  readonly value: string;
  readonly name: string;
}

/** The names of the statuses of a type; none if it has no status. */
export function useStatuses(type: ContentTypeName): readonly ListChoice[] {
  const { forms } = useWords();
  const control = forms.types[type].fields.find(({ name }) => name === 'status')?.control;
  if (control?.kind !== 'choice') return [];
  return (forms.vocabularies[control.vocabulary] ?? []).map(([value, name]) => ({ value, name }));
}

interface SelectProps {
  readonly label: string;
  readonly value: string;
  /** The name of no choice. */
  readonly none?: string;
  readonly choices: readonly ListChoice[];
  readonly onChange: (value: string) => void;
}

export function Select({ label, value, none, choices, onChange }: SelectProps) {
  return (
    <label>
      <span>{label}</span>
      <select value={value} onChange={({ target }) => onChange(target.value)}>
        {none !== undefined && <option value="">{none}</option>}
        {choices.map((choice) => (
          <option key={choice.value} value={choice.value}>
            {choice.name}
          </option>
        ))}
      </select>
    </label>
  );
}
