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
  const first =
    title
      .trim()
      .split(/[\s,:]/u)[0]
      ?.toLowerCase() ?? '';
  if (verbUses[locale]?.test(title.trim())) return true;
  if (locale === 'en' && englishVerbs.has(first)) return true;
  if (locale === 'en' && /^[\p{L}-]+(?:ist|ian|er|or)$/u.test(first) && first.length <= 4) return true;
  return notVerbs[locale]?.test(title.trim()) !== true;
}

const posts: Guesses = {
  en: /\b(?:officer|assistant|manager|intern|coordinator|specialist|consultant|director|secretary)s?\b/i,
  fr: /(?<!\p{L})(?:chargée?|assistante?|responsable|stagiaire|coordinat(?:eur|rice)|spécialiste|consultante?|direct(?:eur|rice))s?(?!\p{L})/iu,
  es: /(?<!\p{L})(?:encargad[oa]|asistente|responsable|pasante|becari[oa]|coordinador|coordinadora|especialista|consultor|consultora|director|directora)s?(?!\p{L})/iu,
};

/** The job post that a title names, if it does: `('Communication officer', 'en') -> 'officer'`. */
export function namesPost(title: string, locale: Locale): string | undefined {
  return posts[locale]?.exec(title)?.[0];
}

const money: Guesses = {
  en: /\b(?:raise (?:money|funds)|ask (?:people|donors|friends) for (?:money|funds|donations)|collect donations|solicit)\w*/i,
  fr: /(?<!\p{L})(?:collecter (?:des fonds|des dons|de l’argent)|lever des fonds|demander (?:de l’argent|des dons)|solliciter des dons)/iu,
  es: /(?<!\p{L})(?:recaudar (?:fondos|dinero)|pedir (?:dinero|donaciones)|solicitar donaciones)/iu,
};

/** The words that ask a volunteer to solicit money, if there are any. */
export function asksForMoney(text: string, locale: Locale): string | undefined {
  return money[locale]?.exec(text)?.[0];
}

const staff: Guesses = {
  en: /\b(?:supervis|manag)\w* (?:our|the|local)? ?(?:staff|employees)\b/i,
  fr: /(?<!\p{L})(?:superviser|encadrer|diriger) (?:notre |le |nos |les )?(?:personnel|salariés|employés)/iu,
  es: /(?<!\p{L})(?:supervisar|dirigir) (?:a )?(?:nuestro |el |los )?(?:personal|empleados)/iu,
};

/** The words that put an organization's staff under a volunteer, if there are any. */
export function supervisesStaff(text: string, locale: Locale): string | undefined {
  return staff[locale]?.exec(text)?.[0];
}
