/** What came in by the service's own forms, as the entry that it would be: without who sent it, and what is only the form's. */
import { askedFields } from '@/model/fields/type-fields';
import { contentTypes } from '@/model/types/types';
import { importFields, type ImportType } from './import-fields';

type Item = Readonly<Record<string, unknown>>;

const isItem = (value: unknown): value is Item =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** The content type that each form's answers become, by its `purpose`. */
const types: Readonly<Record<string, ImportType>> = { propose: 'opportunity', register: 'organization' };

const textOf = (item: Item, name: string) => {
  const value = item[name];
  return typeof value === 'string' ? value.trim() : '';
};

/** The answers about fields of the model, by the fields' paths. Answers about a list's item are one item: `fr: good`. */
function modelAnswers(type: ImportType, item: Item): Item {
  const answers: Record<string, unknown> = {};
  for (const { name, path } of askedFields(contentTypes[type])) {
    if (!Object.hasOwn(item, name)) continue;
    const [first = ''] = path.split('.');
    if (!importFields(type).get(path)?.ofItems) answers[path] = item[name];
    else if (textOf(item, name))
      answers[first] = [answers[first] ?? [], textOf(item, name)].flat().join(': ');
  }
  return answers;
}

/** Answers that stand for more, or less, than they say. */
function adjusted(answers: Item): Item {
  const isWeeks = textOf(answers, 'length.kind') === 'weeks';
  return {
    ...Object.fromEntries(Object.entries(answers).filter(([path]) => path !== 'length.weeks' || isWeeks)),
    // Closing at the end of a day needs a place for that day.
    ...(textOf(answers, 'closes.date') ? { 'closes.zone': 'UTC' } : {}),
  };
}

/**
 * The entry's fields of a proposal or a registration, as the form inbox or a form service gives it; anything else as it
 * is. The person who sent it is left out: an entry is for everybody to read.
 */
export function ofSubmission(item: Item): Item {
  const fields = isItem(item['fields']) && typeof item['form'] === 'string' ? item['fields'] : item;
  const purpose = textOf(fields, 'purpose');
  const type = Object.hasOwn(types, purpose) ? types[purpose] : undefined;
  if (!type) return item;
  const basics = ['type', 'originalLanguage'].filter((name) => Object.hasOwn(fields, name));
  return {
    ...Object.fromEntries(basics.map((name) => [name, fields[name]])),
    ...adjusted(modelAnswers(type, fields)),
  };
}
