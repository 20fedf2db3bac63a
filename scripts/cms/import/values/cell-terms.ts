/** Reads the terms and names of entries that a cell has. */
import { excerpt } from '@/model/characters';
import { editorTranslator } from '@/i18n/editor';
import type { Locale } from '@/i18n/locales';
import { fieldMeta } from '@/model/fields/fields';
import { idsOf } from '@/model/fields/limits';
import type { z } from 'zod';
import { createValueFinding, type RowFinding } from '../row/row-finding';
import type { DateOrder } from './dates';
import { foldWords } from './fold-words';
import { findTerm, nameTerm } from './find-term';
import { guessTerm, listNearTerms, type TermSynonyms } from './guess-term';
import { readLevel } from './language-words';
import { findPlace } from './places';

/** The meanings of a file's words, and a function for findings. */
export interface CellContext {
  readonly dateOrder: DateOrder | undefined;
  /** The meanings of this file's folded words, by the field's path. */
  readonly wordMeanings: ReadonlyMap<string, ReadonlyMap<string, string>>;
  /** Other words of people for the terms of vocabularies. */
  readonly synonyms: TermSynonyms;
  /** Finds the id of an entry of a type by its id or name. */
  readonly findEntryId: (type: string, words: string) => string | undefined;
  /** The language in which terms are named in findings. */
  readonly reportLanguage: Locale;
  readonly report: (finding: RowFinding) => void;
}

/** Returns the meaning of this file's own words for terms. */
function translateWords(
  text: string,
  path: string,
  { wordMeanings }: Pick<CellContext, 'wordMeanings'>,
): string {
  return wordMeanings.get(path)?.get(foldWords(text)) ?? text;
}

/** Returns the term of words; where it had to be guessed, `guessed` is true. */
export function readTerm(
  schema: z.core.$ZodType,
  text: string,
  path: string,
  context: Omit<CellContext, 'report'>,
): { readonly id: string; readonly guessed: boolean } | undefined {
  const said = translateWords(text, path, context);
  const words = path === 'languages.level' ? (readLevel(said) ?? said) : said;
  const id = findTerm(schema, words);
  if (id !== undefined) return { id, guessed: false };
  const city = fieldMeta(schema).labels === 'country' ? findPlace(words)?.country : undefined;
  const guess = guessTerm(schema, words, context.synonyms) ?? city;
  return guess === undefined || findTerm(schema, guess) !== guess ? undefined : { id: guess, guessed: true };
}

/** Names the terms that words come close to, for a person to choose from. */
function reportUnknownTerm(schema: z.core.$ZodType, text: string, path: string, context: CellContext): void {
  const { reportLanguage, report } = context;
  const words = translateWords(text, path, context).trim();
  const t = editorTranslator(reportLanguage);
  const name = (id: string) => nameTerm(schema, id, reportLanguage);
  const near = listNearTerms(schema, words).map((id) => t('“{name}”', { name: name(id) }));
  const known = idsOf(schema) ?? [];
  const some = known.slice(0, 20).map(name).join(', ');
  report({
    code: 'vocabulary-unknown',
    severity: 'blocks',
    field: path,
    word: text.trim(),
    message: `is “${excerpt(words, 60)}”, which is no term of the site`,
    hint:
      near.length > 0
        ? `Perhaps ${near.join(', ')}? Correct it, or say under values in the mapping which it is.`
        : `Choose from ${some}${known.length > 20 ? ', …' : ''}.`,
  });
}

export function parseChoice(
  schema: z.core.$ZodType,
  text: string,
  path: string,
  context: CellContext,
): unknown {
  const term = readTerm(schema, text, path, context);
  if (!term) {
    reportUnknownTerm(schema, text, path, context);
    return translateWords(text, path, context).trim();
  }
  if (term.guessed) {
    const name = nameTerm(schema, term.id, context.reportLanguage);
    const message = `is “${excerpt(text.trim(), 60)}”, which was read as “${name}”`;
    context.report({ ...createValueFinding('term-guessed', path, message), word: text.trim() });
  }
  return term.id;
}

export function resolveReference(
  text: string,
  to: string,
  path: string,
  context: CellContext,
): string | undefined {
  const words = translateWords(text, path, context).trim();
  const id = context.findEntryId(to, words);
  if (id === undefined) {
    context.report({
      code: 'link-dead',
      severity: 'blocks',
      field: path,
      word: text.trim(),
      message: `is “${excerpt(words, 60)}”, and no ${to} has that id or name`,
      hint: `Correct it, or add that ${to} first.`,
    });
  }
  return id;
}
