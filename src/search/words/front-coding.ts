/**
 * Sorted words, each without the letters that it begins with as the one before. Shared by the build and the browser.
 */

/** `A` for no shared letter to `Z` for 25: words are in lower case, so a capital begins the next one. */
const noneShared = 'A'.charCodeAt(0);
const mostShared = 25;

const isCapital = (code: number) => code >= noneShared && code <= noneShared + mostShared;

/** Encodes sorted words without capitals: `['aide', 'aider', 'ami'] -> 'AaideErBmi'`. */
export function encodeWords(words: Iterable<string>): string {
  const parts: string[] = [];
  let before = '';
  for (const word of words) {
    let shared = 0;
    while (shared < mostShared && shared < before.length && word[shared] === before[shared]) shared += 1;
    parts.push(String.fromCharCode(noneShared + shared), word.slice(shared));
    before = word;
  }
  return parts.join('');
}

/** Decodes what `encodeWords` encoded. */
export function decodeWords(text: string): string[] {
  const words: string[] = [];
  let before = '';
  let start = 0;
  // A regular expression would take twice the time.
  for (let end = 1; end <= text.length; end += 1) {
    if (end < text.length && !isCapital(text.charCodeAt(end))) continue;
    before = before.slice(0, text.charCodeAt(start) - noneShared) + text.slice(start + 1, end);
    words.push(before);
    start = end;
  }
  return text === '' ? [] : words;
}
