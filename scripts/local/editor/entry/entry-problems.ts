/** The fields of an entry's file as an entry, and what the model finds in them before they are saved. */
import { isLocale, locales } from '@/i18n/locales';
import { isRecord } from '@/model/json';
import { rawEntryTitle } from '@/model/fields/entry-title';
import { unwrap } from '@/model/fields/fields';
import { createProblems, type Problem } from '@/model/problems';
import type { ContentTypeName, RawEntry, RawFields } from '@/model/types/entry';
import { contentTypes } from '@/model/types/types';
import { normalizeEntry } from '@/pipeline/check/normalize';
import { validate } from '@/pipeline/check/validate';
import { parseYaml, YamlError } from '@/sources/files/parse-yaml';
import type { z } from 'zod';

/** The id of an entry without a file. */
export const unnamedId = 'being-written';

/** Divides the fields of a file into those of each language and shared ones. */
export function toEntry(type: ContentTypeName, id: string, fields: RawFields): RawEntry {
  const isLanguage = ([key, value]: readonly [string, unknown]) => isLocale(key) && isRecord(value);
  const pairs = Object.entries(fields);
  return {
    type,
    id: id || unnamedId,
    locales: Object.fromEntries(pairs.filter(isLanguage)),
    shared: Object.fromEntries(pairs.filter((pair) => !isLanguage(pair))),
    origin: { label: id || unnamedId },
  };
}

export interface ReadFields {
  /** Undefined if the file can't be read. */
  readonly fields?: RawFields;
  /** Why it can't be read. */
  readonly fault?: string;
}

/** Reads the fields of a file: none if the file has none. */
export function readFields(text: string): ReadFields {
  try {
    const fields = parseYaml(text);
    return { fields: isRecord(fields) ? fields : {} };
  } catch (error) {
    if (!(error instanceof YamlError)) throw error;
    return { fault: error.message };
  }
}

/** The fields of a file; undefined if it can't be read. */
export const parseFields = (text: string): RawFields | undefined => readFields(text).fields;

/** Returns an entry's title for lists, in the original language or in any that has one; empty if it has none. */
export const findEntryTitle = (type: ContentTypeName, fields: RawFields): string =>
  rawEntryTitle({ ...toEntry(type, '', fields), id: '' });

/** A draft, or an entry in review: it isn't on the site, and may be incomplete. */
export const isUnfinished = ({ status }: RawFields) => status === 'draft' || status === 'review';

/** Faults for which a build would take a value out of an entry with a warning. An editor can fix them at once. */
const lossCodes = new Set(['address-refused', 'form-id-invalid', 'field-invalid', 'vocabulary-unknown']);

/** True for a problem that keeps an entry from being saved, unless it is a draft. */
export const isFault = ({ severity, code }: Problem) => severity === 'blocks' || lossCodes.has(code);

/** The consequence of a faulty translation in a build. Here it isn't saved. */
const consequence = /; the \S+ text is left out until it’s fixed$/u;

/** Where the original has no text at all, a form says so beside each text that it needs. */
function divideByText(problem: Problem): Problem[] {
  const { code, type, locale } = problem;
  if (code !== 'original-missing' || locale === undefined) return [problem];
  return requiredTexts(type).map((field) => ({ ...problem, field, ...missingText }));
}

const missingText = { code: 'field-missing', message: 'is missing', hint: 'Fill it in.' };

/** The texts that a language must have. */
export const requiredTexts = (type: ContentTypeName): string[] =>
  Object.entries<z.core.$ZodType>(contentTypes[type].localized.shape).flatMap(([name, schema]) =>
    unwrap(schema) === schema ? [name] : [],
  );

/** Finds the problems of an entry by itself. `fields` are those of its file. */
export function findEntryProblems(type: ContentTypeName, id: string, fields: RawFields): Problem[] {
  const { entry, findings } = normalizeEntry(toEntry(type, id, fields));
  return [...createProblems(entry, findings), ...validate(entry).problems]
    .map((problem) => ({ ...problem, message: problem.message.replace(consequence, '') }))
    .flatMap(divideByText);
}

/** The missing title of an entry, by which lists show it and after which a new file is named: a draft needs it too. */
export function findMissingTitle(type: ContentTypeName, fields: RawFields): Problem[] {
  if (findEntryTitle(type, fields) !== '') return [];
  const original = fields['originalLanguage'];
  const locale = isLocale(original) ? original : locales[0];
  const field = contentTypes[type].title;
  return [{ ...missingText, severity: 'blocks', type, id: unnamedId, where: unnamedId, locale, field }];
}
