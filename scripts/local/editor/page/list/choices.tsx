/** Lists of a few choices, and the statuses of a type for one. */
import type { ContentTypeName } from '@/model/types/entry';
import type { Option } from '@scripts/forms/values/match-options';
import { useWords } from '../../../form-page/browser/words';

/** The names of the statuses of a type; none if it has no status. */
export function useStatuses(type: ContentTypeName): readonly Option[] {
  const { forms } = useWords();
  const control = forms.types[type].fields.find(({ name }) => name === 'status')?.control;
  if (control?.kind !== 'choice') return [];
  return (forms.vocabularies[control.vocabulary] ?? []).map(([id, name]) => ({ id, name }));
}

interface SelectProps {
  readonly label: string;
  readonly value: string;
  /** The name of no choice. */
  readonly none?: string;
  readonly choices: readonly Option[];
  readonly onChange: (value: string) => void;
}

export function Select({ label, value, none, choices, onChange }: SelectProps) {
  return (
    <label>
      <span>{label}</span>
      <select value={value} onChange={({ target }) => onChange(target.value)}>
        {none !== undefined && <option value="">{none}</option>}
        {choices.map(({ id, name }) => (
          <option key={id} value={id}>
            {name}
          </option>
        ))}
      </select>
    </label>
  );
}
