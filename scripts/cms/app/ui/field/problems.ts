/** The faults of a value, in words beside its control. */
import { isRecord } from '@/model/json';
import type { Input, Part, Range } from '@scripts/forms/describe/description';
import type { FieldControl } from '../../description';
import type { Words } from '../language';
import { isEmpty, quote } from './value';

/** The name of a choice; undefined for an id that isn't one. */
export function findName(
  { model }: Pick<Words, 'model'>,
  vocabulary: string,
  id: unknown,
): string | undefined {
  return model.vocabularies[vocabulary]?.find(([one]) => one === id)?.[1];
}

/** The sentence about a value that the control can't show. */
const doesNotFit = ({ t }: Words, value: unknown): string[] => [
  t('This is stored here and doesn’t fit the field: {value}. It stays until you change it.', {
    value: quote(value),
  }),
];

const unknownChoice = ({ t }: Words, id: unknown): string =>
  t('“{value}” isn’t one of the choices. It stays until you change it.', { value: quote(id) });

function countProblems({ t }: Words, length: number, { least, most }: Range): string[] {
  if (length > most)
    return [t('At most {most}, and there are {count}: remove some.', { most, count: length })];
  return length < least ? [t('At least {least}.', { least })] : [];
}

function lengthProblems({ t }: Words, value: unknown, most: number): string[] {
  return typeof value === 'string' && value.length > most
    ? [t('{length} characters, and at most {most} fit: shorten it.', { length: value.length, most })]
    : [];
}

function textProblems(words: Words, input: Input, value: unknown): string[] {
  const { t } = words;
  if (typeof value !== 'string') return doesNotFit(words, value);
  const found = 'most' in input ? lengthProblems(words, value, input.most) : [];
  if (input.kind === 'address' && !/^https?:\/\/\S+$/.test(value))
    found.push(t('It must begin with http:// or https://.'));
  if (input.kind === 'email' && !/^\S+@\S+\.\S+$/.test(value)) found.push(t('It must be an e-mail address.'));
  return found;
}

/** The faults of a value that is there. */
function valueProblems(words: Words, input: Input, value: unknown): string[] {
  const { t } = words;
  switch (input.kind) {
    case 'choice':
      return findName(words, input.vocabulary, value) === undefined ? [unknownChoice(words, value)] : [];
    case 'choices': {
      if (!Array.isArray(value)) return doesNotFit(words, value);
      const { vocabulary } = input;
      return [
        ...value
          .filter((id) => findName(words, vocabulary, id) === undefined)
          .map((id) => unknownChoice(words, id)),
        ...countProblems(words, value.length, input),
      ];
    }
    case 'number': {
      const { least, most } = input;
      if (typeof value !== 'number')
        return [t('“{value}” isn’t a number. It stays until you change it.', { value: quote(value) })];
      if (input.isWhole && !Number.isInteger(value)) return [t('It must be a whole number.')];
      return value < least || value > most ? [t('From {least} to {most}.', { least, most })] : [];
    }
    case 'date':
      return typeof value === 'string' && /^\d{4}-\d{2}-\d{2}$/.test(value) ? [] : doesNotFit(words, value);
    case 'flag':
      return typeof value === 'boolean' ? [] : doesNotFit(words, value);
    case 'texts':
      return Array.isArray(value)
        ? [
            ...value.flatMap((text) => lengthProblems(words, text, input.longest)),
            ...countProblems(words, value.length, input),
          ]
        : doesNotFit(words, value);
    default:
      return textProblems(words, input, value);
  }
}

/** The faults of a field of a group. */
export function findPartProblems(words: Words, part: Part, value: unknown): string[] {
  if (!isEmpty(value)) return valueProblems(words, part.input, value);
  return part.isRequired ? [words.t('Fill it in.')] : [];
}

/** The faults that are of the value as a whole: those of a group's fields stand beside each of them. */
export function findProblems(
  words: Words,
  control: FieldControl,
  isRequired: boolean,
  value: unknown,
): string[] {
  const { t } = words;
  if (isEmpty(value)) return isRequired ? [t('Fill it in.')] : [];
  switch (control.kind) {
    case 'rows':
      return Array.isArray(value) ? countProblems(words, value.length, control) : doesNotFit(words, value);
    case 'group':
      return isRecord(value) ? [] : doesNotFit(words, value);
    default:
      return valueProblems(words, control, value);
  }
}

/** True if anything at all is wrong, down to each field of a group. */
export function isFaulty(words: Words, control: FieldControl, isRequired: boolean, value: unknown): boolean {
  if (findProblems(words, control, isRequired, value).length > 0) return true;
  if (control.kind !== 'rows' && control.kind !== 'group') return false;
  const groups: readonly unknown[] = control.kind === 'rows' ? (Array.isArray(value) ? value : []) : [value];
  return groups
    .filter((group) => !isEmpty(group))
    .some((group) =>
      control.parts.some(
        (part) => findPartProblems(words, part, isRecord(group) ? group[part.name] : undefined).length > 0,
      ),
    );
}
