/** The questions of a proposal and a registration, from the fields that the model says are asked. */
import { z } from 'zod';
import { fieldMeta, unwrap } from '@/model/fields/fields';
import { boundsOf, idsOf } from '@/model/fields/limits';
import { askedFields, orderedBy, type AskedField } from '@/model/fields/type-fields';
import { contentTypes } from '@/model/types/types';
import { choiceField, lineField, textField, type ChoiceSource, type MessageField } from './message-field';

/** The content types that people can send. */
type AskedType = 'opportunity' | 'organization';

/** How a question differs from what its field asks for by itself: choices from a source, or further properties. */
type QuestionPresentation = Exclude<ChoiceSource, object> | Partial<Omit<MessageField, 'name' | 'required'>>;

const presentations: Readonly<Record<AskedType, Readonly<Record<string, QuestionPresentation>>>> = {
  opportunity: {
    organization: { autocomplete: 'organization' },
    task: { min: 40 },
    causes: { words: 'cause' },
    'hours.min': 'hours',
    'hours.max': 'hours',
    'length.weeks': 'weeks',
    replyDays: 'days',
  },
  organization: {
    name: { autocomplete: 'organization' },
    country: { autocomplete: 'country-name' },
    website: { max: 300, autocomplete: 'url' },
    // Several in one line, which the import takes apart.
    countries: { kind: 'line', max: 300, autocomplete: 'off' },
    mission: { min: 40 },
    replyDays: 'days',
  },
};

/** The first questions of a form, if their order isn't the model's. */
const firstAsked: Readonly<Record<AskedType, readonly string[]>> = {
  opportunity: [],
  organization: [
    ...['name', 'acronym', 'kind', 'country', 'registrationNumber', 'website'],
    ...['countries', 'causes', 'languages'],
  ],
};

/** Longest answer for the name of an entry, and for a number. */
const nameLength = 120;
const numberLength = 10;

/** The question that a field asks for by its kind. A list asks for one of its items. */
function defaultQuestion(name: string, schema: z.core.$ZodType, required: boolean): MessageField {
  const inner = unwrap(schema);
  const { widget, labels = '' } = fieldMeta(inner);
  const { most } = boundsOf(inner);
  switch (widget) {
    case 'text':
    case 'slug':
      return lineField(name, most, { required, ...(inner instanceof z.ZodURL ? { type: 'url' } : {}) });
    case 'lines':
    case 'markdown':
      return textField(name, most, { required });
    case 'number':
      return lineField(name, numberLength, { required });
    case 'flag':
      return choiceField(name, 'yes-no', { required });
    case 'date':
      return lineField(name, 'YYYY-MM-DD'.length, { required, type: 'date' });
    case 'choice':
      if (labels === 'country') return { name, kind: 'country', required, max: 2 };
      return choiceField(name, { labels, ids: idsOf(inner) ?? [] }, { required });
    case 'reference':
      return lineField(name, nameLength, { required });
    case 'list':
    case 'group':
    case 'media':
    case 'internal':
      if (inner instanceof z.ZodArray) return defaultQuestion(name, inner.element, required);
      throw new Error(`The field “${name}” can’t be asked as a whole: mark the parts of its group as asked.`);
  }
}

/** A question, with the field that it is about. */
interface ModelQuestion extends Pick<AskedField, 'path' | 'isLocalized'> {
  readonly question: MessageField;
}

/** The questions about the fields of a type, in the order of the form. */
export function modelQuestions(type: AskedType): ModelQuestion[] {
  const byPath = new Map(askedFields(contentTypes[type]).map((field) => [field.path, field]));
  return orderedBy([...byPath.keys()], firstAsked[type]).flatMap((path) => {
    const field = byPath.get(path);
    if (!field) return [];
    const { name, isRequired, isLocalized, schema, label } = field;
    const presentation = presentations[type][path] ?? {};
    const question =
      typeof presentation === 'string'
        ? choiceField(name, presentation, { required: isRequired })
        : { ...defaultQuestion(name, schema, isRequired), ...presentation };
    return [{ path, isLocalized, question: { ...question, fallback: { type, path, label } } }];
  });
}
