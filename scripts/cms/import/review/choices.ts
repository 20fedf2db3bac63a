/** A person's choices while reviewing a sheet. They are stored beside the sheet, and later imports follow them. */
import { z } from 'zod';
import { foldWords } from '../values/fold-words';

/** A cell as the sheet had it, and what it was corrected to. It counts only while the sheet still says the same. */
const correction = z.strictObject({ was: z.string(), now: z.string() });

const rowChoices = z.strictObject({
  /** The row as a person knows it, for readers of the file. */
  title: z.string().optional(),
  /** Corrections by the column's name; a field that no column has is an added column. */
  cells: z.record(z.string(), correction).optional(),
  /** The hash of the cells that were accepted: a row that says something else since then isn't. */
  accepted: z.string().optional(),
  /** True for a row that isn't imported. */
  isAside: z.boolean().optional(),
});

export const reviewChoices = z.strictObject({
  version: z.literal(1),
  /** The order of day and month in 03/04/2026. */
  dates: z.enum(['dmy', 'mdy']).optional(),
  /** The fields of columns by their names, each by its place (`fr.title`); null for one that isn't imported. */
  columns: z.record(z.string(), z.string().nullable()).default({}),
  /** The ids that words stand for, by the field's path and then by the word as the sheet has it. */
  terms: z.record(z.string(), z.record(z.string(), z.string())).default({}),
  /** By the row's id; see `row-ids.ts`. */
  rows: z.record(z.string(), rowChoices).default({}),
});

export type ReviewChoices = z.output<typeof reviewChoices>;

export type RowChoices = ReviewChoices['rows'][string];

export const noChoices: ReviewChoices = { version: 1, columns: {}, terms: {}, rows: {} };

/** Returns a row's choices without what says nothing; undefined if nothing is left but its title. */
function tidyRow({ cells = {}, accepted, isAside, title }: RowChoices): RowChoices | undefined {
  const row: RowChoices = {
    ...(title === undefined ? {} : { title }),
    ...(Object.keys(cells).length === 0 ? {} : { cells }),
    ...(accepted === undefined ? {} : { accepted }),
    ...(isAside === true ? { isAside } : {}),
  };
  return Object.keys(row).every((key) => key === 'title') ? undefined : row;
}

/** Returns choices in which those of a row are changed. A row without any isn't kept. */
export function changeRow(
  choices: ReviewChoices,
  id: string,
  change: (row: RowChoices) => RowChoices,
): ReviewChoices {
  const row = tidyRow(change(choices.rows[id] ?? {}));
  const others = Object.entries(choices.rows).filter(([other]) => other !== id);
  return { ...choices, rows: Object.fromEntries(row ? [...others, [id, row]] : others) };
}

/** Returns choices in which rows aren't accepted any more. */
export function withdrawRows(choices: ReviewChoices, ids: ReadonlySet<string>): ReviewChoices {
  const rows = Object.entries(choices.rows).flatMap(([id, row]) => {
    const kept = ids.has(id) ? tidyRow({ ...row, accepted: undefined }) : row;
    return kept ? [[id, kept] as const] : [];
  });
  return { ...choices, rows: Object.fromEntries(rows) };
}

/** Returns choices in which a column is another field, or isn't imported. Another one that was chosen for that field isn't. */
export function chooseColumn(choices: ReviewChoices, column: string, field: string | null): ReviewChoices {
  const others = Object.entries(choices.columns).map(
    ([name, own]) => [name, field !== null && own === field ? null : own] as const,
  );
  return { ...choices, columns: { ...Object.fromEntries(others), [column]: field } };
}

/** Finds the id that was chosen for a word. */
export const findMeaning = ({ terms }: ReviewChoices, path: string, word: string): string | undefined =>
  Object.entries(terms[path] ?? {}).find(([one]) => foldWords(one) === foldWords(word))?.[1];

/** Returns choices in which a word stands for another id; for none if it is null. */
export function chooseTerm(
  choices: ReviewChoices,
  path: string,
  word: string,
  id: string | null,
): ReviewChoices {
  const others = Object.entries(choices.terms[path] ?? {}).filter(
    ([one]) => foldWords(one) !== foldWords(word),
  );
  const meanings = Object.fromEntries(id === null ? others : [...others, [word, id]]);
  return { ...choices, terms: { ...choices.terms, [path]: meanings } };
}

/** The column that a review adds for a field which no column has. No sheet calls one so. */
export const addedColumn = (place: string): string => `→ ${place}`;

/** The place of the field of such a column; undefined for a column of the sheet. */
export const addedPlace = (column: string): string | undefined => /^→ (.+)$/u.exec(column)?.[1];
