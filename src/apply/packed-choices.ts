/** A long list of choices as one string, since the page carries it twice: as options and for the browser's code. */

export type Choice = readonly [value: string, label: string];

/** `[['FR', 'France'], ['SN', 'Sénégal']] -> 'FR France\nSN Sénégal'`. Values hold no space. */
export function packChoices(choices: readonly Choice[]): string {
  return choices.map(([value, label]) => `${value} ${label}`).join('\n');
}

/** The inverse of `packChoices`. */
export function unpackChoices(packed: string): Choice[] {
  return packed.split('\n').map((line) => {
    const space = line.indexOf(' ');
    return [line.slice(0, space), line.slice(space + 1)];
  });
}
