/** Reads a message of the service’s own forms as an entry, without its sender and without fields of the form alone. */
import { isRecord } from '@/model/json';
import { askedFields } from '@/model/fields/type-fields';
import { contentTypes } from '@/model/types/types';
import { getImportFields } from './import-fields';
import type { ImportType } from './import-types';

type FormFields = Readonly<Record<string, unknown>>;

/** The content type that each form's answers become, by its `purpose`. */
const types: Readonly<Record<string, ImportType>> = { propose: 'opportunity', register: 'organization' };

const readText = (item: FormFields, name: string) => {
  const value = item[name];
  return typeof value === 'string' ? value.trim() : '';
};

/** The answers about fields of the model, by the fields' paths. Answers about a list's item are one item: `fr: good`. */
function modelAnswers(type: ImportType, item: FormFields): FormFields {
  const answers: Record<string, unknown> = {};
  for (const { name, path } of askedFields(contentTypes[type])) {
    if (!Object.hasOwn(item, name)) continue;
    const [first = ''] = path.split('.');
    if (!getImportFields(type).get(path)?.isItemPart) answers[path] = item[name];
    else if (readText(item, name))
      answers[first] = [answers[first] ?? [], readText(item, name)].flat().join(': ');
  }
  return answers;
}

/** Answers that stand for more, or less, than they say. */
function adjustAnswers(answers: FormFields): FormFields {
  const isWeeks = readText(answers, 'length.kind') === 'weeks';
  return {
    ...Object.fromEntries(Object.entries(answers).filter(([path]) => path !== 'length.weeks' || isWeeks)),
    // Closing at the end of a day needs a place for that day.
    ...(readText(answers, 'closes.date') ? { 'closes.zone': 'UTC' } : {}),
  };
}

/**
 * The entry's fields of a proposal or a registration, as the form inbox or a form service gives it; anything else as it
 * is. The person who sent it is left out: an entry is for everybody to read.
 */
export function readSubmission(item: FormFields): FormFields {
  const fields = isRecord(item['fields']) && typeof item['form'] === 'string' ? item['fields'] : item;
  const purpose = readText(fields, 'purpose');
  const type = Object.hasOwn(types, purpose) ? types[purpose] : undefined;
  if (!type) return item;
  const basics = ['type', 'originalLanguage'].filter((name) => Object.hasOwn(fields, name));
  return {
    ...Object.fromEntries(basics.map((name) => [name, fields[name]])),
    ...adjustAnswers(modelAnswers(type, fields)),
  };
}
