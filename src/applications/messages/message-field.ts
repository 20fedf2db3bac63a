/** A question of a form for the editors, as data. */
import type { FieldRule } from '../form/field-rules';

/** A vocabulary of the model: its ids, and the prefix of their labels' keys. */
interface VocabularySource {
  readonly labels: string;
  readonly ids: readonly string[];
}

/** The source of a question's choices. */
export type ChoiceSource =
  'yes-no' | 'task' | 'level' | 'language' | 'hours' | 'weeks' | 'days' | 'reason' | VocabularySource;

export interface MessageField extends Omit<FieldRule, 'choices'> {
  /** The key of its strings, where that isn't its name: `message.<words>`, or a key of an application's. */
  readonly words?: string;
  readonly of?: ChoiceSource;
  readonly autocomplete?: string;
  readonly type?: 'date' | 'url';
  /** The name of the model's field, where there are no strings for the question. */
  readonly fallback?: { readonly type: string; readonly path: string; readonly label: string };
}

export const lineField = (name: string, max: number, more: Partial<MessageField> = {}): MessageField => {
  return { name, kind: 'line', required: true, max, autocomplete: 'off', ...more };
};
export const textField = (name: string, max: number, more: Partial<MessageField> = {}): MessageField => {
  return { name, kind: 'text', required: true, max, ...more };
};
export const choiceField = (
  name: string,
  of: ChoiceSource,
  more: Partial<MessageField> = {},
): MessageField => {
  return { name, kind: 'choice', required: true, max: 40, of, ...more };
};
