/** What came in by the service's own forms, as the entry that it would be: without who sent it, and what is only the form's. */

type Item = Readonly<Record<string, unknown>>;

const isItem = (value: unknown): value is Item =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const everybodys = ['type', 'originalLanguage', 'causes', 'summary', 'replyDays'] as const;

/** Fields that are asked under the names of the model, by the form's `purpose`. */
const kept: Readonly<Record<string, readonly string[]>> = {
  propose: [
    ...everybodys,
    ...['organization', 'title', 'task', 'deliverable', 'impact', 'requirements', 'taskTypes'],
    ...['hours.min', 'hours.max', 'length.kind', 'length.weeks', 'closes.date'],
  ],
  register: [
    ...everybodys,
    ...['acronym', 'kind', 'registrationNumber', 'website', 'countries', 'languages', 'mission'],
  ],
};

const textOf = (item: Item, name: string) => {
  const value = item[name];
  return typeof value === 'string' ? value.trim() : '';
};

/** What a proposal says in fields of its own: the language of the work with its level, and in which zone it closes. */
function ofProposal(item: Item): Item {
  const [language, level] = [textOf(item, 'work_language'), textOf(item, 'work_level')];
  return {
    ...(language ? { languages: level ? `${language}: ${level}` : language } : {}),
    // Closing at the end of a day needs a place for that day.
    ...(textOf(item, 'closes.date') ? { 'closes.zone': 'UTC' } : {}),
  };
}

/** A registration calls the organization otherwise, since the form also asks for a person's name and country. */
const ofRegistration = (item: Item): Item => {
  return { name: textOf(item, 'organization_name'), country: textOf(item, 'registered_in') };
};

/**
 * The entry's fields of a proposal or a registration, as the form inbox or a form service gives it; anything else as it
 * is. The person who sent it is left out: an entry is for everybody to read.
 */
export function ofSubmission(item: Item): Item {
  const fields = isItem(item['fields']) && typeof item['form'] === 'string' ? item['fields'] : item;
  const purpose = textOf(fields, 'purpose');
  const names = Object.hasOwn(kept, purpose) ? kept[purpose] : undefined;
  if (!names) return item;
  const isWeeks = textOf(fields, 'length.kind') === 'weeks';
  const own = names.filter((name) => Object.hasOwn(fields, name) && (name !== 'length.weeks' || isWeeks));
  return {
    ...Object.fromEntries(own.map((name) => [name, fields[name]])),
    ...(purpose === 'propose' ? ofProposal(fields) : ofRegistration(fields)),
  };
}
