/** Guesses the field of a column by its values. */
import { unwrap } from '@/model/fields/fields';
import { z } from 'zod';
import type { ImportField } from '../import-fields';
import type { ImportType } from '../import-types';
import { getImportFields } from '../import-fields';
import { parseDate } from '../values/dates';
import { guessTerm, type TermSynonyms } from '../values/guess-term';
import { findTerm } from '../values/find-term';

/** The share of a column's values that must fit. */
const enough = 0.8;

/** The names that values are compared with. */
interface KnownWords {
  readonly synonyms: TermSynonyms;
  readonly findEntryId: (type: string, words: string) => string | undefined;
}

/** Fields whose terms are told apart well by their values, the most telling first. */
const termFields: Readonly<Record<ImportType, readonly string[]>> = {
  opportunity: ['taskTypes', 'causes', 'countries', 'languages'],
  organization: ['kind', 'causes', 'countries', 'languages'],
};

/** The schema of a field's terms: of an item, or of the first part of an item. */
export function termSchema({ schema }: ImportField): z.core.$ZodType {
  const inner = unwrap(schema);
  const item = inner instanceof z.ZodArray ? unwrap(inner.element as z.core.$ZodType) : inner;
  if (!(item instanceof z.ZodObject)) return item;
  const [first] = Object.values<z.core.$ZodType>(item.shape);
  return first === undefined ? item : unwrap(first);
}

/** Splits a cell with several terms. */
export const splitTerms = (text: string): string[] =>
  text
    .split(/[;,|/\n]+/)
    .map((part) => part.replace(/[:(].*$/, '').trim())
    .filter((part) => part !== '');

/** Returns the path of the field that most of the values fit; undefined if there is none. */
export function guessField(
  type: ImportType,
  values: readonly string[],
  { synonyms, findEntryId }: KnownWords,
): string | undefined {
  if (values.length === 0) return undefined;
  const fit = (test: (value: string) => boolean) => values.filter(test).length >= enough * values.length;
  if (fit((value) => /^\S+@\S+\.\p{L}{2,}$/u.test(value.trim())))
    return type === 'opportunity' ? 'applyEmail' : undefined;
  if (fit((value) => /^(?:https?:\/\/|www\.)\S+$/i.test(value.trim())))
    return type === 'opportunity' ? 'applyUrl' : 'website';
  if (fit((value) => parseDate(value, 'dmy') !== undefined))
    return type === 'opportunity' ? 'closes.date' : 'joined';
  if (type === 'opportunity' && fit((value) => findEntryId('organization', value) !== undefined))
    return 'organization';
  return termFields[type].find((path) => {
    const field = getImportFields(type).get(path);
    const schema = field && termSchema(field);
    return (
      schema &&
      fit((value) =>
        splitTerms(value).some(
          (part) => (findTerm(schema, part) ?? guessTerm(schema, part, synonyms)) !== undefined,
        ),
      )
    );
  });
}
