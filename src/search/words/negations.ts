/** Finds what a query says it doesn’t want: `but not teaching`, `sauf le week-end`, `que no sea con niños`. Shared with the browser. */

/** How a language says what isn’t wanted. Words are folded; lists of words are separated by white space. */
export interface Negations {
  /** What stands before it: `but not`. */
  readonly cues: readonly string[];
  /** What stands before it, whatever it is: `except`. */
  readonly exceptions: readonly string[];
  /** After these a cue of one word says something else: `I do not`, `al menos`. */
  readonly blockedAfter: string;
  /** Before these a cue says something else: `not only`, `pero no tengo`. */
  readonly blockedBefore: string;
  /** Verbs between a cue and what isn’t wanted, or behind that: `without working with children`, `no French required`. */
  readonly skipped: string;
  /** What stays with a cue in a fixed expression: `sin hogar`. */
  readonly fixed: string;
  /** What the visitor lacks, or an offer doesn’t ask for, also with a word before it: `no coding experience`. */
  readonly lacked: string;
}

/** A word of a query. */
interface SpokenWord {
  /** Empty where it can’t be read as a part of a sentence. */
  readonly folded: string;
  readonly isQuoted: boolean;
  /** True after punctuation and at a quotation mark. */
  readonly startsPart: boolean;
}

/** The places of words, each from one to before another. */
export interface Negation {
  /** The words that say it. One cue may stand before several that aren’t wanted. */
  readonly cue: readonly [from: number, to: number];
  /** What isn’t wanted. */
  readonly words: readonly [from: number, to: number];
  /** All of it, with the words between and behind. */
  readonly all: readonly [from: number, to: number];
}

interface FoundNegations {
  readonly excluded: readonly Negation[];
  /** The places of cues in fixed expressions, which say something. */
  readonly fixed: ReadonlySet<number>;
}

export type FindNegations = (words: readonly SpokenWord[]) => FoundNegations;

const wordsOf = (text: string) => new Set(text.match(/\S+/g));

/** Between several of what isn't wanted: `not teaching or cooking`. */
const alternatives = wordsOf('or nor ou ni o u');
/** The same after exceptions and these: `sauf le samedi et le dimanche`. */
const additions = wordsOf('and et y e');
const without = wordsOf('without sans sin');
const articles = wordsOf('the a an le la les l un une des du de d el los las una');
/** Within what is excluded: `fines de semana`. */
const links = wordsOf('of de d du del');

/** What is excluded has at most so many words: those behind them may be meant otherwise. */
const mostExcluded = 2;

interface Cue {
  readonly words: readonly string[];
  readonly isException: boolean;
}

/** Makes a function that finds negations among the words of a query. */
export function createFindNegations(
  { cues, exceptions, ...lists }: Negations,
  isFunctionWord: (folded: string) => boolean,
): FindNegations {
  const inOrder = [
    ...cues.map((cue): Cue => ({ words: cue.split(' '), isException: false })),
    ...exceptions.map((cue): Cue => ({ words: cue.split(' '), isException: true })),
  ].sort((a, b) => b.words.length - a.words.length);
  const [blockedAfter, blockedBefore] = [wordsOf(lists.blockedAfter), wordsOf(lists.blockedBefore)];
  const [skipped, fixed, lacked] = [wordsOf(lists.skipped), wordsOf(lists.fixed), wordsOf(lists.lacked)];

  return (typed) => {
    const foldedAt = (place: number) => {
      const word = typed[place];
      return word && !word.isQuoted ? word.folded : '';
    };
    /** The same within the part of the sentence. */
    const goesOn = (place: number) => (typed[place]?.startsPart === true ? '' : foldedAt(place));
    const isPassed = (word: string) =>
      word !== '' && !fixed.has(word) && (isFunctionWord(word) || skipped.has(word));
    const cueAt = (place: number) =>
      inOrder.find(
        ({ words, isException }) =>
          words.every((word, step) => foldedAt(place + step) === word) &&
          (isException || words.length > 1 || !blockedAfter.has(foldedAt(place - 1))),
      );
    /** The place of the next word that says something; undefined where the part ends, or something else begins. */
    const wordAfter = (place: number) => {
      const next = links.has(goesOn(place + 1)) ? place + 2 : place + 1;
      return goesOn(next) === '' || isPassed(goesOn(next)) ? undefined : next;
    };
    const isFixed = (place: number) => {
      const word = foldedAt(place);
      if (/^\d/.test(word) || fixed.has(word)) return true;
      const next = wordAfter(place);
      return [place, next, next && wordAfter(next)].some((one) => one && lacked.has(foldedAt(one)));
    };
    /** The end of what is excluded from a place on. */
    const endOf = (from: number) => {
      let to = from + 1;
      if (typed[from]?.isQuoted) {
        while (typed[to]?.isQuoted && !typed[to]?.startsPart) to++;
        return to;
      }
      for (let count = 1; count < mostExcluded; count++) to = (wordAfter(to - 1) ?? to - 1) + 1;
      return to;
    };
    /** Where another begins that isn’t wanted either; undefined if the next word isn’t one. */
    const findNext = (end: number, { words, isException }: Cue) => {
      const isAlternative = alternatives.has(foldedAt(end));
      const isJoined = isException || without.has(words.at(-1) ?? '');
      if (!isAlternative && !(isJoined && additions.has(foldedAt(end)))) return undefined;
      let next = end + 1;
      while (isAlternative ? isPassed(goesOn(next)) : articles.has(goesOn(next))) next++;
      return goesOn(next) === '' || isPassed(goesOn(next)) || cueAt(next) ? undefined : next;
    };

    const excluded: Negation[] = [];
    const fixedCues = new Set<number>();
    for (let place = 0; place < typed.length; place++) {
      const cue = cueAt(place);
      if (!cue) continue;
      const behind = place + cue.words.length;
      if (!cue.isException && blockedBefore.has(goesOn(behind))) {
        place = behind - 1;
        continue;
      }
      let from: number | undefined = behind;
      while (isPassed(goesOn(from)) && !cueAt(from)) from++;
      const isQuoted = from === behind && typed[from]?.isQuoted === true;
      if ((goesOn(from) === '' && !isQuoted) || cueAt(from)) continue;
      if (!isQuoted && !cue.isException && isFixed(from)) {
        // One that is a part of another, as `pas`, says nothing.
        if (inOrder.some(({ words }) => words.length === 1 && words[0] === cue.words.at(-1)))
          fixedCues.add(behind - 1);
        place = behind - 1;
        continue;
      }
      let start = place;
      while (from !== undefined) {
        const to = endOf(from);
        let end = to;
        while (skipped.has(goesOn(end))) end++;
        excluded.push({ cue: [place, behind], words: [from, to], all: [start, end] });
        start = end;
        from = findNext(end, cue);
      }
      place = start - 1;
    }
    return { excluded, fixed: fixedCues };
  };
}
