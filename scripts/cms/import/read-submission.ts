/** Reads a message of the service's own forms as an entry, without its sender and without fields of the form alone. */

type FormFields = Readonly<Record<string, unknown>>;

const isFormFields = (value: unknown): value is FormFields =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const commonFields = ['type', 'originalLanguage', 'causes', 'summary', 'replyDays'] as const;

/** Fields of forms that have the names of the model, by the form's `purpose`. */
const fieldsByPurpose: Readonly<Record<string, readonly string[]>> = {
  propose: [
    ...commonFields,
    ...['organization', 'title', 'task', 'deliverable', 'impact', 'requirements', 'taskTypes'],
    ...['hours.min', 'hours.max', 'length.kind', 'length.weeks', 'closes.date'],
  ],
  register: [
    ...commonFields,
    ...['acronym', 'kind', 'registrationNumber', 'website', 'countries', 'languages', 'mission'],
  ],
};

const readTextField = (item: FormFields, name: string) => {
  const value = item[name];
  return typeof value === 'string' ? value.trim() : '';
};

/** Reads the fields that only a proposal has: the language of the work with its level, and the closing day's zone. */
function readProposal(item: FormFields): FormFields {
  const [language, level] = [readTextField(item, 'work_language'), readTextField(item, 'work_level')];
  return {
    ...(language ? { languages: level ? `${language}: ${level}` : language } : {}),
    // The end of a day needs a time zone.
    ...(readTextField(item, 'closes.date') ? { 'closes.zone': 'UTC' } : {}),
  };
}

/** Reads the fields with other names in a registration, whose form also asks for a person's name and country. */
const readRegistration = (item: FormFields): FormFields => {
  return { name: readTextField(item, 'organization_name'), country: readTextField(item, 'registered_in') };
};

/**
 * Returns the entry's fields of a proposal or a registration, as the form inbox or a form service stores it. Other
 * objects are returned unchanged. The sender is left out, since an entry is public.
 */
export function readSubmission(item: FormFields): FormFields {
  const fields = isFormFields(item['fields']) && typeof item['form'] === 'string' ? item['fields'] : item;
  const purpose = readTextField(fields, 'purpose');
  const names = Object.hasOwn(fieldsByPurpose, purpose) ? fieldsByPurpose[purpose] : undefined;
  if (!names) return item;
  const isWeeks = readTextField(fields, 'length.kind') === 'weeks';
  const own = names.filter((name) => Object.hasOwn(fields, name) && (name !== 'length.weeks' || isWeeks));
  return {
    ...Object.fromEntries(own.map((name) => [name, fields[name]])),
    ...(purpose === 'propose' ? readProposal(fields) : readRegistration(fields)),
  };
}
