/** Folds words for comparison: `'  Éducation – Santé ' -> 'education sante'`. Letters of every script count. */
export function foldWords(words: string): string {
  return words
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
}
