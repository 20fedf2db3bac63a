/**
 * Which way the characters of a line run: as much of the Unicode Bidirectional Algorithm as a title needs, which has no
 * control characters (`cleanText`) and no lists of numbers. https://www.unicode.org/reports/tr9/
 */

export type Direction = 'ltr' | 'rtl';

/** Letters that are written from right to left. */
export const rightToLeft =
  /[\p{Script=Arabic}\p{Script=Hebrew}\p{Script=Syriac}\p{Script=Thaana}\p{Script=Nko}]/u;

/** The direction of a text is that of its first letter, as in browsers with `dir="auto"`. */
export function directionOf(text: string): Direction {
  const [letter = ''] = text.match(/\p{L}/u) ?? [];
  return rightToLeft.test(letter) ? 'rtl' : 'ltr';
}

/** Characters with a mirror image, which stand for it where a text runs from right to left. */
export const mirrored: Readonly<Record<string, string>> = Object.fromEntries(
  ['()', '[]', '{}', '<>', '«»', '‹›'].flatMap(([one = '', other = '']) => [
    [one, other],
    [other, one],
  ]),
);

/** A strong direction, a number among letters from right to left, or neither. */
type CharacterType = 'L' | 'R' | 'N' | undefined;

/** Rules W1 to W7: the types of letters, marks and numbers. */
function resolveTypes(characters: readonly string[], base: 'L' | 'R'): CharacterType[] {
  const types: CharacterType[] = [];
  let strong = base;
  for (const [index, character] of characters.entries()) {
    if (/[\p{M}\u200C\u200D]/u.test(character)) types.push(types[index - 1]);
    else if (/\p{Nd}/u.test(character)) types.push(strong === 'R' ? 'N' : 'L');
    else if (/[\p{L}\p{N}]/u.test(character)) {
      strong = rightToLeft.test(character) ? 'R' : 'L';
      types.push(strong);
    } else types.push(undefined);
  }
  // A separator within a number, and signs like % beside it, belong to it.
  return types.map((type, index) => {
    if (type !== undefined) return type;
    const [before, after] = [types[index - 1], types[index + 1]];
    const character = characters[index] ?? '';
    if (/[.,:/\u066B\u066C]/u.test(character) && before === 'N' && after === 'N') return 'N';
    return /[%‰\u066A\p{Sc}]/u.test(character) && (before === 'N' || after === 'N') ? 'N' : undefined;
  });
}

/** The embedding level of each character of a line: odd ones run from right to left. */
export function embeddingLevels(characters: readonly string[], direction: Direction): number[] {
  const base = direction === 'rtl' ? 'R' : 'L';
  const types = resolveTypes(characters, base);
  // Rules N1 and N2: what has no direction has that of both its neighbours, else that of the line.
  const asStrong = (type: CharacterType) => (type === 'N' ? 'R' : type);
  const resolved = types.map((type, index) => {
    if (type !== undefined) return type;
    const before = asStrong(types.slice(0, index).findLast((other) => other !== undefined)) ?? base;
    const after = asStrong(types.slice(index).find((other) => other !== undefined)) ?? base;
    return before === after ? before : base;
  });
  return resolved.map((type) => {
    if (type === 'R') return 1;
    return type === 'N' || base === 'R' ? 2 : 0;
  });
}
