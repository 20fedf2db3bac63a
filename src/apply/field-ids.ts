/** Ids within the form, by which labels, hints, problems and the summary of problems find each other. */

/** A field's control. */
export const controlId = (name: string) => `apply-${name}`;

export const hintId = (name: string) => `${controlId(name)}-hint`;

export const problemId = (name: string) => `${controlId(name)}-problem`;
