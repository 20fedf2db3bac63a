/**
 * Guesses about wording. They can be wrong, so they only ever warn: a person decides. A
 * language without guesses warns of nothing.
 */
import type { Locale } from '@/i18n/locales';

type Guesses = Readonly<Partial<Record<Locale, RegExp>>>;

/** First words that are no verbs, though they stand at the start of many titles of posts. */
const notVerbs: Guesses = {
  en: /^(?:a|an|the|our|help|volunteers?|needed|wanted|urgent|looking|\p{L}+(?:er|or|ist|ian|tion|ment|ship|ity|ance|ing))(?=[\s,:–-]|$)/iu,
  fr: /^(?!(?:se |s’)?[\p{L}-]+(?:er|ir|re|oir)(?=[\s,’'-]|$))/iu,
  es: /^(?!\p{L}+(?:ar|er|ir|arse|erse|irse|arlo|arla)(?=[\s,]|$))/iu,
};

/** Those of them that are verbs by what follows: “Help Feed Your Community”, but neither “Help wanted” nor “Help with…”. */
const verbUses: Guesses = {
  en: /^(?:help\s+(?!(?:is|with|in|for|on|at|wanted|needed|desk)\b)\p{L}|volunteer\s+(?:as|at|for|in|on|to|with)\b)/iu,
};

/** English verbs that look like the nouns above. */
const englishVerbs = new Set([
  'answer', 'bring', 'engineer', 'enter', 'filter', 'gather', 'layer', 'mentor', 'monitor', 'offer', 'order',
  'position', 'question', 'register', 'remember', 'sing', 'transfer', 'document', 'implement', 'mention', 'administer',
  'consider', 'decipher', 'deliver', 'discover', 'edit', 'master', 'partner', 'pilot', 'tutor', 'water', 'balance',
  'caption', 'advance', 'string', 'ring', 'list', 'assist', 'enlist',
]); // prettier-ignore

/** True if the first word looks like a verb: imperative in English, infinitive in French and Spanish. */
export function startsWithVerb(title: string, locale: Locale): boolean {
  const trimmed = title.trim();
  const [first = ''] = trimmed.toLowerCase().split(/[\s,:]/u);
  if (verbUses[locale]?.test(trimmed)) return true;
  if (locale === 'en' && (englishVerbs.has(first) || /^[\p{L}-]{1,2}(?:er|or)$/u.test(first))) return true;
  return notVerbs[locale]?.test(trimmed) !== true;
}

/** Finds the words in question. */
const finder = (guesses: Guesses) => (text: string, locale: Locale) => guesses[locale]?.exec(text)?.[0];

/** The job post that a title names, if it does: `('Communication officer', 'en') -> 'officer'`. */
export const namesPost = finder({
  en: /\b(?:officer|assistant|manager|intern|coordinator|specialist|consultant|director|secretary)s?\b/i,
  fr: /(?<!\p{L})(?:chargée?|assistante?|responsable|stagiaire|coordinat(?:eur|rice)|spécialiste|consultante?|direct(?:eur|rice))s?(?!\p{L})/iu,
  es: /(?<!\p{L})(?:encargad[oa]|asistente|responsable|pasante|becari[oa]|coordinador|coordinadora|especialista|consultor|consultora|director|directora)s?(?!\p{L})/iu,
});

/** The words that ask a volunteer to solicit money, if there are any. */
export const asksForMoney = finder({
  en: /\b(?:raise (?:money|funds)|ask (?:people|donors|friends) for (?:money|funds|donations)|collect donations|solicit)\w*/i,
  fr: /(?<!\p{L})(?:collecter (?:des fonds|des dons|de l’argent)|lever des fonds|demander (?:de l’argent|des dons)|solliciter des dons)/iu,
  es: /(?<!\p{L})(?:recaudar (?:fondos|dinero)|pedir (?:dinero|donaciones)|solicitar donaciones)/iu,
});

/** The words that put an organization's staff under a volunteer, if there are any. */
export const supervisesStaff = finder({
  en: /\b(?:supervis|manag)\w* (?:our|the|local)? ?(?:staff|employees)\b/i,
  fr: /(?<!\p{L})(?:superviser|encadrer|diriger) (?:notre |le |nos |les )?(?:personnel|salariés|employés)/iu,
  es: /(?<!\p{L})(?:supervisar|dirigir) (?:a )?(?:nuestro |el |los )?(?:personal|empleados)/iu,
});
