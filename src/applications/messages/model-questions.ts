/** The questions of a proposal and a registration, from the fields that the model says are asked. */
import { z } from 'zod';
import { readerLabel } from '@/model/fields/field-text';
import { fieldMeta, unwrap } from '@/model/fields/fields';
import { boundsOf, idsOf } from '@/model/fields/limits';
import { askedFields, orderedBy, type AskedField } from '@/model/fields/type-fields';
import { contentTypes } from '@/model/types/types';
import { maxHoursPerWeek, maxWeeks } from '@/model/vocabularies/bands';
import * as q from '../form/questions';

/** The content types that people can send. */
type AskedType = 'opportunity' | 'organization';

const numbers = (values: readonly number[]): Partial<q.FormQuestion> => ({
  kind: 'choice',
  of: { ids: values.map(String) },
});
const upTo = (most: number) => numbers(Array.from({ length: most }, (_, index) => index + 1));
/** Reply times in days that an organization can promise. */
const replyDays = numbers([3, 5, 7, 10, 14, 21, 30]);

/** How a question differs from what its field asks for by itself. */
const presentations: Readonly<Record<AskedType, Readonly<Record<string, Partial<q.FormQuestion>>>>> = {
  opportunity: {
    organization: { autocomplete: 'organization' },
    task: { min: 40 },
    causes: { key: 'message.cause' },
    'hours.min': upTo(maxHoursPerWeek),
    'hours.max': upTo(maxHoursPerWeek),
    'length.weeks': upTo(maxWeeks),
    replyDays,
  },
  organization: {
    name: { autocomplete: 'organization' },
    website: { max: 300, autocomplete: 'url' },
    // Several in one line, which the import takes apart.
    countries: { kind: 'line', max: 300 },
    mission: { min: 40 },
    replyDays,
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
function defaultQuestion(name: string, schema: z.core.$ZodType): q.FormQuestion {
  const inner = unwrap(schema);
  const { widget, labels = '' } = fieldMeta(inner);
  const { most } = boundsOf(inner);
  switch (widget) {
    case 'text':
    case 'slug':
      return q.line(name, most, inner instanceof z.ZodURL ? { type: 'url' } : {});
    case 'lines':
    case 'markdown':
      return q.text(name, most);
    case 'number':
      return q.line(name, numberLength);
    case 'flag':
      return q.choice(name, q.yesNo);
    case 'date':
      return q.line(name, 'YYYY-MM-DD'.length, { type: 'date' });
    case 'choice':
      if (labels === 'country') return q.country(name);
      return q.choice(name, { labels, ids: idsOf(inner) ?? [] });
    case 'reference':
      return q.line(name, nameLength);
    case 'list':
    case 'group':
    case 'media':
    case 'internal':
      if (inner instanceof z.ZodArray) return defaultQuestion(name, inner.element);
      throw new Error(`The field “${name}” can’t be asked as a whole: mark the parts of its group as asked.`);
  }
}

/** The questions about those fields of a type, in the order of the form. */
export function modelQuestions(
  type: AskedType,
  isMeant: (field: AskedField) => boolean = () => true,
): q.FormQuestion[] {
  const fields = askedFields(contentTypes[type]);
  const order = orderedBy(
    fields.map(({ path }) => path),
    firstAsked[type],
  );
  return fields
    .filter(isMeant)
    .toSorted((a, b) => order.indexOf(a.path) - order.indexOf(b.path))
    .map((field) => ({
      ...defaultQuestion(field.name, field.schema),
      required: field.isRequired,
      label: (t) => readerLabel(t, type, field),
      ...presentations[type][field.path],
    }));
}
