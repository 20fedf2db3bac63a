/**
 * What print asks of a text in each language, as far as a program can see it. Sources: Lexique des règles typographiques
 * en usage à l'Imprimerie nationale; Ortografía de la lengua española (RAE), chapters III.2 and III.3. Spaces that don't
 * break are written as escapes: U+00A0 (before a colon, a unit) and U+202F (before `;`, `!`, `?` and inside « »).
 */
import type { Locale } from '@/i18n/locales';

interface Rule {
  /** What is wrong, as the message of a failed test says it. */
  readonly fault: string;
  /** Finds it in one text. */
  readonly pattern: RegExp;
}

const units = '(?:%|[kcm]?m|kg|ha|[kM]B|ko|Mo|h|UTC)';

const everywhere: readonly Rule[] = [
  { fault: 'straight apostrophe: ’', pattern: /'/u },
  { fault: 'straight quotation mark', pattern: /"/u },
  { fault: 'two spaces', pattern: /\S {2,}\S/u },
  { fault: 'space before a comma or full stop', pattern: /\s[,.](?=\s|$)/u },
  { fault: 'three full stops: …', pattern: /\.{3}/u },
  { fault: 'hyphen as a dash: –', pattern: /[\p{L}\d] - [\p{L}\d]/u },
  { fault: 'exclamation mark, which the tone does without', pattern: /!/u },
  {
    fault: 'unit that can be left alone on a line: U+00A0',
    pattern: new RegExp(String.raw`\d ${units}(?![\p{L}\d])`, 'u'),
  },
];

const rules: Readonly<Record<Locale, readonly Rule[]>> = {
  en: [
    { fault: 'space before a sign', pattern: /\s[;:?]/u },
    { fault: 'French quotation marks: “ ”', pattern: /[«»]/u },
    { fault: 'space before %', pattern: /\d\s%/u },
  ],
  fr: [
    { fault: 'no U+202F before ; or ?', pattern: /(?<!\u202F)[;?]/u },
    { fault: 'no U+00A0 before :', pattern: /(?<!\u00A0):(?!\/\/|\d)/u },
    { fault: 'no U+202F inside « »', pattern: /«(?!\u202F)|(?<!\u202F)»/u },
    { fault: 'English quotation marks: « »', pattern: /[“”]/u },
    { fault: 'ordinary space in a number: U+202F', pattern: /\d \d{3}(?!\d)/u },
    { fault: 'no space before %', pattern: /\d%/u },
    // Between a number and its noun a narrow space can hardly be seen: that one is for groups of digits.
    { fault: 'narrow space after a number: U+00A0', pattern: /\d\u202F\p{L}/u },
    { fault: '“bénévole”, where the site says “volontaire”', pattern: /bénévol/iu },
  ],
  es: [
    { fault: 'space before a sign', pattern: /\s[;:?]/u },
    { fault: 'space inside « »', pattern: /«\s|\s»/u },
    { fault: 'English quotation marks: « »', pattern: /[“”]/u },
    { fault: 'ordinary space in a number: U+202F', pattern: /\d \d{3}(?!\d)/u },
    { fault: 'no space before %', pattern: /\d%/u },
    { fault: 'question that doesn’t open: ¿', pattern: /(?:^|\?)[^¿?]*\?/u },
  ],
};

/** The faults of a text: `('Où ? Ici.', 'fr') -> ['no U+202F before ; or ?: “Où ? Ici.”']`. Empty for a clean one. */
export function faultsOf(text: string, locale: Locale): readonly string[] {
  return [...everywhere, ...rules[locale]].flatMap(({ fault, pattern }) => {
    const at = text.search(pattern);
    return at < 0 ? [] : [`${fault}: “${text.slice(Math.max(0, at - 20), at + 20)}”`];
  });
}
