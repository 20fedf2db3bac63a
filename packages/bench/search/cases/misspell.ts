/** Typing errors: one edit at a random place of a word. */
import type { Random } from '../../content/random';

export const editKinds = ['dropped', 'added', 'replaced', 'swapped'] as const;

type EditKind = (typeof editKinds)[number];

const letters = [...'abcdefghijklmnopqrstuvwxyz'];

/**
 * Makes one error in a word, not before the letter `first` (0 is the first): `('water', 'swapped', 1) -> 'wtaer'`. It
 * never returns the word itself: a swap of equal letters is drawn again. Throws a `RangeError` if all letters are equal.
 */
export function misspell(word: string, edit: EditKind, first: 0 | 1, random: Random): string {
  const chars = [...word];
  for (let attempt = 0; attempt < 100; attempt++) {
    const place = random.int(first, chars.length - (edit === 'swapped' ? 2 : 1));
    const before = chars.slice(0, place);
    const [at = '', next = '', ...rest] = chars.slice(place);
    const after = {
      dropped: [next, ...rest],
      added: [random.pick(letters), at, next, ...rest],
      replaced: [random.pick(letters), next, ...rest],
      swapped: [next, at, ...rest],
    }[edit];
    const wrong = [...before, ...after].join('');
    if (wrong !== word) return wrong;
  }
  throw new RangeError(`“${word}” has no two letters that differ.`);
}
