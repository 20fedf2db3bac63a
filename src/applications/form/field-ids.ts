/** Ids within the form, which connect labels, hints, problems and the summary of problems. */

/** The id of a field's control: `hours.min -> apply-hours-min`. */
export const controlId = (name: string) => `apply-${name.replaceAll('.', '-')}`;

export const hintId = (name: string) => `${controlId(name)}-hint`;

export const problemId = (name: string) => `${controlId(name)}-problem`;
