/** Finds choices by the words that a person types. */
import { foldText } from '@/i18n/fold-text';

/** A choice of a list. */
export interface Option {
  readonly id: string;
  readonly name: string;
  /** Further words by which it is found, such as its names in other languages. */
  readonly words?: string;
  /** What tells it from others of the same name. */
  readonly note?: string;
}

const splitWords = (text: string) => text.split(/[^\p{L}\p{N}]+/u).filter((word) => word !== '');

/** How well a choice fits, the lower the better; undefined if a typed word occurs nowhere in it. */
function rank({ name, words = '' }: Option, typed: string, wanted: readonly string[]): number | undefined {
  const folded = foldText(name);
  const all = `${folded} ${foldText(words)}`;
  if (!wanted.every((word) => all.includes(word))) return undefined;
  if (folded === typed) return 0;
  if (folded.startsWith(typed)) return 1;
  const starts = splitWords(all);
  return wanted.every((word) => starts.some((start) => start.startsWith(word))) ? 2 : 3;
}

/** Returns the choices that have every typed word, the best first; all of them where nothing is typed. */
export function matchOptions(options: readonly Option[], text: string): readonly Option[] {
  const typed = foldText(text).trim();
  const wanted = splitWords(typed);
  if (typed === '') return options;
  // Signs alone are in no name.
  if (wanted.length === 0) return [];
  return options
    .flatMap((option) => {
      const at = rank(option, typed, wanted);
      return at === undefined ? [] : [{ option, at }];
    })
    .toSorted((one, other) => one.at - other.at)
    .map(({ option }) => option);
}

/** Returns the choice of exactly this name; undefined if there is none, or more than one. */
export function findNamed(options: readonly Option[], text: string): Option | undefined {
  const typed = foldText(text).trim();
  const found = options.filter(({ name }) => foldText(name) === typed);
  return found.length === 1 ? found[0] : undefined;
}
