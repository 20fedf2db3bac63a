/** Host names: how they read, and which of them read like another one. */
import { toUnicode } from 'punycode/punycode.es6.js';

/** Why a host name may deceive. */
export type HostFault =
  /** A label has letters of several scripts that no language writes together. */
  | { readonly kind: 'mixed'; readonly scripts: readonly string[] }
  /** A label has letters of another script only, each of which looks like a Latin one. */
  | { readonly kind: 'lookalike'; readonly script: string };

/** The scripts that host names are in, by the names that Unicode gives them. */
const scripts = [
  'Latin', 'Cyrillic', 'Greek', 'Armenian', 'Georgian', 'Hebrew', 'Arabic', 'Syriac', 'Thaana', 'Nko', 'Adlam',
  'Devanagari', 'Bengali', 'Gurmukhi', 'Gujarati', 'Oriya', 'Tamil', 'Telugu', 'Kannada', 'Malayalam', 'Sinhala',
  'Thai', 'Lao', 'Tibetan', 'Myanmar', 'Khmer', 'Mongolian', 'Ethiopic', 'Cherokee', 'Canadian_Aboriginal',
  'Tifinagh', 'Vai', 'Yi', 'Han', 'Hiragana', 'Katakana', 'Bopomofo', 'Hangul', 'Lisu', 'Coptic', 'Javanese',
] as const; // prettier-ignore

type Script = (typeof scripts)[number];

/** Letters that belong to one script or to several (`Script_Extensions`), such as the mark of long vowels in Japanese. */
const inScript: readonly (readonly [Script, RegExp])[] = scripts.map((script) => [
  script,
  new RegExp(`^\\p{Script_Extensions=${script}}$`, 'u'),
]);

/** Digits, hyphens and marks that every script uses. */
const shared = /^[\p{Script_Extensions=Common}\p{Script_Extensions=Inherited}]$/u;

/**
 * Scripts that are written together: those of Unicode’s “highly restrictive” level
 * (https://www.unicode.org/reports/tr39/#Restriction_Level_Detection).
 */
const together: readonly ReadonlySet<Script>[] = [
  new Set(['Latin', 'Han', 'Hiragana', 'Katakana']),
  new Set(['Latin', 'Han', 'Bopomofo']),
  new Set(['Latin', 'Han', 'Hangul']),
];

/**
 * Letters that look like Latin ones (https://www.unicode.org/Public/security/latest/confusables.txt), and the top-level
 * domains of countries that write in that script, where a name of such letters alone is a word like any other.
 */
const lookalikes: readonly {
  readonly script: Script;
  readonly letters: RegExp;
  readonly countries: ReadonlySet<string>;
}[] = [
  {
    script: 'Cyrillic',
    letters: /^[асԁеԍһіјӏорԗԛѕԝхуьӕғқҟҡңҳү]+$/u,
    countries: new Set(['bg', 'by', 'kg', 'kz', 'me', 'mk', 'mn', 'rs', 'ru', 'su', 'tj', 'ua', 'uz']),
  },
  {
    script: 'Greek',
    letters: /^[αγικνορστυωϲϳ]+$/u,
    countries: new Set(['gr', 'cy']),
  },
  {
    script: 'Armenian',
    letters: /^[ագզէլհյոսւցքօ]+$/u,
    countries: new Set(['am']),
  },
];

const isLookalike = (letter: string) => lookalikes.some(({ letters }) => letters.test(letter));

/** True for a text that looks Latin throughout, though it has letters of another script: `раypal.соm`. */
export function looksLatin(text: string): boolean {
  const letters = [...text.toLowerCase()].filter((letter) => !shared.test(letter));
  return letters.some(isLookalike) && letters.every((one) => /\p{sc=Latin}/u.test(one) || isLookalike(one));
}

/** A host as readers write it: `xn--bcher-kva.example -> bücher.example`. What can't be decoded stays as it is. */
export function decodedHost(host: string): string {
  try {
    return toUnicode(host);
  } catch {
    return host;
  }
}

/** A host for a message, in ASCII and, where that reads otherwise, decoded: `xn--bcher-kva.example (“bücher.example”)`. */
export function describeHost(host: string): string {
  const decoded = decodedHost(host);
  return decoded === host ? host : `${host} (“${decoded}”)`;
}

const scriptsOf = (letter: string): readonly Script[] =>
  inScript.flatMap(([script, pattern]) => (pattern.test(letter) ? [script] : []));

/** A set of scripts that has every letter of a label; undefined if none has. */
function isWrittenTogether(letters: readonly string[]): boolean {
  const each = letters.map(scriptsOf);
  const fits = (own: (script: Script) => boolean) => each.every((of) => of.some(own));
  return (
    scripts.some((script) => fits((own) => own === script)) ||
    together.some((set) => fits((own) => set.has(own)))
  );
}

function labelFault(label: string, topLevel: string): HostFault | undefined {
  const letters = [...label].filter((letter) => !shared.test(letter));
  if (letters.length === 0) return undefined;
  if (!isWrittenTogether(letters)) {
    const named = [...new Set(letters.flatMap((letter) => scriptsOf(letter)[0] ?? 'another script'))];
    return { kind: 'mixed', scripts: named };
  }
  const found = lookalikes.find(({ letters: pattern }) => pattern.test(letters.join('')));
  if (!found || found.countries.has(topLevel)) return undefined;
  const isOwnScript = [...topLevel].some((letter) => scriptsOf(letter).includes(found.script));
  return isOwnScript ? undefined : { kind: 'lookalike', script: found.script };
}

/** Why a host, in ASCII as `URL` gives it, reads like another one; undefined if it doesn't. */
export function hostFault(host: string): HostFault | undefined {
  if (!host.includes('xn--')) return undefined;
  const labels = decodedHost(host).split('.');
  const topLevel = labels.at(-1) ?? '';
  for (const label of labels) {
    const fault = labelFault(label, topLevel);
    if (fault) return fault;
  }
  return undefined;
}
