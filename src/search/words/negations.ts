/** Finds what a query says it doesn’t want: `but not teaching`, `sauf le week-end`, `que no sea con niños`. Shared with the browser. */

/** How a language says what isn’t wanted. Words are folded. */
export interface Negations {
  /** What stands before it: `but not`. */
  readonly cues: readonly string[];
  /** After these a cue of one word says something else: `I do not`, `al menos`. Separated by white space, as the next ones. */
  readonly blockedAfter: string;
  /** Verbs between a cue and what isn’t wanted, as function words are: `without working with children`. */
  readonly skipped: string;
  /** What stays with a cue in a fixed expression, or says what the visitor lacks: `sin hogar`, `no experience`. */
  readonly fixed: string;
}

/** The places of words: of a cue, and of what it excludes, from one to before another. */
interface Negation {
  readonly cue: number;
  readonly from: number;
  readonly to: number;
}

interface FoundNegations {
  readonly excluded: readonly Negation[];
  /** The places of cues in fixed expressions, which say something. */
  readonly fixed: ReadonlySet<number>;
}

export type FindNegations = (words: readonly string[]) => FoundNegations;

/** Between several of what isn't wanted: `not teaching or cooking`. */
const alternatives = new Set(['or', 'nor', 'ou', 'ni', 'o', 'u']);

/** What is excluded has at most so many words: those behind them may be meant otherwise. */
const mostExcluded = 2;

const words = (text: string) => new Set(text.match(/\S+/g));

/** Makes a function that finds negations among the folded words of a query; in quotation marks they are empty. */
export function createFindNegations(
  { cues, blockedAfter, skipped, fixed }: Negations,
  isFunctionWord: (folded: string) => boolean,
): FindNegations {
  const inOrder = cues.map((cue) => cue.split(' ')).sort((a, b) => b.length - a.length);
  const [blocked, passed, kept] = [words(blockedAfter), words(skipped), words(fixed)];
  const isPassed = (word: string | undefined) =>
    word !== undefined && word !== '' && (isFunctionWord(word) || passed.has(word));
  return (typed) => {
    const cueAt = (place: number) =>
      inOrder.find(
        (cue) =>
          cue.every((word, step) => typed[place + step] === word) &&
          (cue.length > 1 || !blocked.has(typed[place - 1] ?? '')),
      );
    const excluded: Negation[] = [];
    const fixedCues = new Set<number>();
    for (let place = 0; place < typed.length; place++) {
      const cue = cueAt(place);
      if (!cue) continue;
      let from = place + cue.length;
      while (isPassed(typed[from]) && !cueAt(from)) from++;
      const first = typed[from] ?? '';
      if (first === '' || cueAt(from)) continue;
      if (kept.has(first) || /^\d/.test(first)) {
        fixedCues.add(place);
        continue;
      }
      let start = place;
      for (;;) {
        let to = from + 1;
        while (to < typed.length && to < from + mostExcluded && typed[to] !== '' && !isPassed(typed[to]))
          to++;
        excluded.push({ cue: start, from, to });
        [start, from] = [to, to + 1];
        if (!alternatives.has(typed[to] ?? '')) break;
        while (isPassed(typed[from])) from++;
        if ((typed[from] ?? '') === '') break;
      }
      place = start - 1;
    }
    return { excluded, fixed: fixedCues };
  };
}
