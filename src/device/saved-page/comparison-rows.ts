/** The rows of the comparison of saved opportunities, from the model's compared fields (build side). */
import { languageTexts, skillText } from '@/components/opportunity/opportunity-facts';
import { hoursText, lengthText } from '@/components/opportunity/row-facts';
import { capitalize } from '@/i18n/names';
import type { StringKey } from '@/i18n/strings';
import type { Translate } from '@/i18n/translate';
import { fieldTexts, readerLabel } from '@/model/fields/field-text';
import { fieldsUsedIn, orderedBy, type TypeField } from '@/model/fields/type-fields';
import { contentTypes } from '@/model/types/types';
import { fieldValue } from '@/site/localized-entry';
import type { SiteOpportunity } from '@/site/site';
import type { ComparedFacts } from './compared-facts';

/** Rows with special values: they don't show their fields as they are. */
interface RowPresentation {
  readonly label?: StringKey;
  readonly values?: (t: Translate, view: SiteOpportunity) => readonly string[];
}

/** The rows in their order. A compared field that isn't here has a row of its own below them. */
const presentations: Readonly<Record<string, RowPresentation>> = {
  task: { label: 'opportunity.strip.task' },
  languages: {
    label: 'opportunity.strip.languages',
    values: (t, { shared }) => languageTexts(t, shared),
  },
  hours: { label: 'opportunity.strip.time', values: (t, { shared }) => [hoursText(t, shared)] },
  schedule: { label: 'opportunity.strip.schedule' },
  length: {
    label: 'opportunity.strip.length',
    values: (t, { shared }) => [capitalize(t, lengthText(t, shared.length))],
  },
  starts: {},
  benefits: { label: 'opportunity.benefits' },
  skills: { values: (t, { shared }) => shared.skills.map((skill) => skillText(t, skill)) },
  device: { label: 'compare.device' },
  reply: {
    label: 'compare.reply',
    // Where an opportunity promises nothing of its own, its organization's promise holds.
    values: (t, { shared, organization }) => {
      const days = shared.replyDays ?? organization.shared.replyDays;
      return days === undefined ? [] : [t.count('compare.reply.days', days)];
    },
  },
  gets: { label: 'opportunity.recognition' },
};

/** A row of the comparison. */
interface ComparisonRow {
  /** The name under which pages have its values. */
  readonly name: string;
  readonly label: (t: Translate) => string;
  /** Empty where an opportunity has none. */
  readonly values: (t: Translate, view: SiteOpportunity) => readonly string[];
}

const type = contentTypes.opportunity;

const labelOf = (t: Translate, { name, meta }: TypeField) =>
  readerLabel(t, type.name, { path: name, label: meta.label });

/** The compared fields by the row that they share. */
const byRow = Map.groupBy(fieldsUsedIn(type, 'compared'), ({ name, meta }) =>
  typeof meta.compared === 'string' ? meta.compared : name,
);

/** All rows in the order of the table, after closing date and organization. */
export const comparisonRows = orderedBy([...byRow.keys()], Object.keys(presentations)).map(
  (name): ComparisonRow => {
    const fields = byRow.get(name) ?? [];
    const { label, values } = presentations[name] ?? {};
    return {
      name,
      label: (t) => (label ? t(label) : fields.map((field) => labelOf(t, field)).join(', ')),
      values:
        values ??
        ((t, view) =>
          fields.flatMap((field) => fieldTexts(t, field.schema, fieldValue(view, field), labelOf(t, field)))),
    };
  },
);

/** The compared facts of an opportunity, without those that it has none of. */
export function comparedFacts(t: Translate, view: SiteOpportunity): ComparedFacts {
  const facts = comparisonRows.map(({ name, values }) => [name, values(t, view)] as const);
  return Object.fromEntries(facts.filter(([, values]) => values.length > 0));
}
