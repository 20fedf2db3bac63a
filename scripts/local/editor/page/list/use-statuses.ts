/** The statuses that entries of a type can have. */
import type { ContentTypeName } from '@/model/types/entry';
import { useWords } from '../../../form-page/browser/words';

/** One of the choices of a list. */
export interface ListChoice {
  readonly value: string;
  readonly name: string;
}

/** The names of the statuses of a type. */
export function useStatuses(type: ContentTypeName): readonly ListChoice[] {
  const { forms } = useWords();
  const control = forms.types[type].fields.find(({ name }) => name === 'status')?.control;
  if (control?.kind !== 'choice') return [];
  return (forms.vocabularies[control.vocabulary] ?? []).map(([value, name]) => ({ value, name }));
}
