/** Takes addresses, telephone numbers and links out of a listing's text, and counts what was taken out. */

/** Replaces removed text: it has no word that a search could find. */
const gap = '…';

const streetEnds =
  '[Ss]treet|St|[Aa]venue|Ave|Boulevard|Blvd|Road|Rd|Place|Pl|Plaza|Drive|Lane|Parkway|Pkwy|Square|Broadway';

const patterns = {
  address: [
    // 5 West 22nd Street, 2nd floor
    new RegExp(
      String.raw`\b\d+(?:-\d+)?,? (?:[\p{Lu}\d][\p{L}\d.’']* ){1,4}(?:${streetEnds})\b\.?(?:,? (?:\d+\p{L}+ floor|(?:[Ss]uite|[Rr]oom|Apt\.?|#) ?\w+))?`,
      'gu',
    ),
    // 12 bis, rue des Lilas, 87000 Limoges
    /\b\d+ ?(?:bis|ter)?,? ?(?:rue|avenue|av\.|boulevard|bd|place|chemin|route|impasse|allée|quai|cours|faubourg) [^.,;:()\n]{2,40}(?:,? ?\d{5} [\p{L}-]+)?/giu,
    // C/ Mieres, 15
    /(?:\bc\/|\bcalle|\bplaza|\bavda\.?|\bavenida|\bpaseo) ?[^.,;:()\n]{2,40},? ?(?:n[.ºo°]* ?)?\d+(?! ?de\b)/giu,
  ],
  'e-mail': [/[\w.+-]+ ?(?:@|\[at\]|\(at\)) ?[\w-]+(?:\.[\w-]+)+/giu],
  link: [
    /(?:https?:\/\/|www\.)\S+/giu,
    /\b[\w-]+(?:\.[\w-]+)*\.(?:com|org|net|fr|es|info|cc|gov|eu|be|re)\b(?:\/\S*)?/giu,
  ],
  telephone: [
    /(?:\+?1[-. ])?\(?\b\d{3}\)?[-. ]{1,2}\d{3}[-. ]\d{4}\b(?:,? ?(?:ext?\.?|x) ?\d+)?/giu,
    /(?:\+33 ?|\b0)\d(?:[ .-]?\d{2}){4}\b/gu,
    /(?:\+34 ?)?\b[6-9]\d{2}[ .-]?\d{2,3}[ .-]?\d{2,3}[ .-]?\d{0,3}\b/gu,
  ],
} as const;

/** The kinds of text that are removed. */
export type Removals = Record<keyof typeof patterns, string[]>;

/** Creates a record in which nothing was taken out. */
export const createRemovals = (): Removals => ({
  address: [],
  'e-mail': [],
  link: [],
  telephone: [],
});

/** Takes contacts out of a text, and adds them to `removals`. */
export function removeContacts(text: string, removals: Removals): string {
  let rest = text;
  // Addresses of mail before links, since they end like these.
  for (const kind of ['e-mail', 'link', 'telephone', 'address'] as const)
    for (const pattern of patterns[kind])
      rest = rest.replaceAll(pattern, (found) => {
        removals[kind].push(found);
        return gap;
      });
  return rest.replaceAll(/[ \t]+/gu, ' ').trim();
}
