/** Says why Contentful refused an entry: the field, its language, what is wrong with it, and what to do. */
import type { ContentTypeName } from '@/model/types/entry';
import type { RefusedValue } from '@/sources/contentful/failures';
import { listModelFields, listStoredFields } from '@/sources/contentful/stored-fields';
import type { ManagementError } from './management';

const setupAdvice = 'npm run cms -- setup says how the fields of the space differ from the model.';

/** Returns what is wrong with a value, and what to do about it. */
function explainFault({ name, min, max, type, target }: RefusedValue): string {
  switch (name) {
    case 'required':
      return 'is missing. Fill it in.';
    case 'size':
      return max === undefined
        ? `is too short: at least ${min ?? 1} are needed. Add what is missing.`
        : `is too long: at most ${max} are allowed. Shorten it.`;
    case 'range':
      return max === undefined
        ? `is too small: at least ${min ?? 0}. Correct it.`
        : `is too large: at most ${max}. Correct it.`;
    case 'in':
      return `is none of the values that the space allows. Use one of those in docs/model.md; if it is one, ${setupAdvice}`;
    case 'regexp':
      return 'isn’t written as it must be. Correct it as the field’s help text explains.';
    case 'unique':
      return 'is what another entry has already. Change one of them.';
    case 'type':
      return type === 'RichText'
        ? `is Markdown, and the field is of the type Rich Text in the space. ${setupAdvice}`
        : `doesn’t fit the field, which is of the type ${type ?? 'that the space gave it'} there. Correct it; if it is right, ${setupAdvice}`;
    case 'unknown':
      return `has no place in the space. ${setupAdvice}`;
    case 'notResolvable':
      return `leads to “${target ?? ''}”, which the space doesn’t have. Push that too, or remove the link.`;
    case 'linkContentType':
      return 'leads to an entry of another type. Link one of the right type.';
    default:
      return `isn’t accepted (${name}). Compare it with the field’s settings in Contentful.`;
  }
}

/** Returns the editors' name of the field at a path, with its language and its place in a list: `Questions (fr), 2`. */
function formatPath(type: ContentTypeName, path: RefusedValue['path']): string {
  const [, id = '', code, index] = path[0] === 'fields' ? path : ['fields', ...path];
  const field = [...listStoredFields(type), ...listModelFields(type)].find((one) => one.id === id);
  const label = field?.meta.label ?? String(id);
  const language = typeof code === 'string' && (field?.localized ?? true) ? ` (${code})` : '';
  return `${label}${language}${typeof index === 'number' ? `, ${index + 1}` : ''}`;
}

/** Formats a refusal as lines: the error’s message, then a line for each value. */
export function formatRefusal(error: ManagementError, type: ContentTypeName): string[] {
  return [
    error.message,
    ...error.faults.map((fault) => `    ${formatPath(type, fault.path)} ${explainFault(fault)}`),
  ];
}
