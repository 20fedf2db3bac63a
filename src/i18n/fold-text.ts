/** Returns a text in lower case without accents, by which texts are compared: `'Été' -> 'ete'`. */
export function foldText(text: string): string {
  return text.normalize('NFD').replaceAll(/\p{M}/gu, '').toLowerCase();
}
