/** The words of a language in all forms that people type, folded. */
import { tokenize } from '@/search/words/tokenize';
import { readEnglishWords } from './english-words';
import type { Sources } from './fetch-sources';
import { expandLine, readAffixes, type AffixRule } from './hunspell';

/** Longer words are compounds and names of substances, which people don’t type. */
const longest = 18;

/** The folded words of spelled ones, sorted: `l’après-midi -> apres, apresmidi, midi`. Without single letters and numbers. */
function foldAll(spelled: Iterable<string>): string[] {
  const folded = new Set<string>();
  for (const word of spelled) {
    for (const { folded: one } of tokenize(word)) {
      if (one.length > 1 && one.length <= longest && /^[a-z]+$/u.test(one)) folded.add(one);
    }
  }
  return [...folded].sort();
}

/** SCOWL’s lists up to 70, what spelling checkers with large dictionaries have, in all spellings. */
const knownEnglish = (sources: Sources) => readEnglishWords(sources, 70);

/** Tags of French tenses that people type; the simple past and the imperfect subjunctive aren’t among them. */
const typedTenses = ['infi', 'ipre', 'iimp', 'ifut', 'spre', 'impe', 'ppre'].map((tense) => `po:${tense}`);
const untypedTenses = ['po:ipsi', 'po:simp'];

/** Leaves out tenses, `nous` and `vous` of the conditional, and prefixes, which are elisions: `l’`, `qu’`. */
function isFrench({ isPrefix, tags }: AffixRule): boolean {
  const isTyped = tags.some((tag) => typedTenses.includes(tag));
  const isPlural = tags.includes('po:1pl') || tags.includes('po:2pl');
  const isUntyped = tags.some((tag) => untypedTenses.includes(tag)) || (tags.includes('po:cond') && isPlural);
  return !isPrefix && (isTyped || !isUntyped);
}

function* knownFrench({ read }: Sources): Generator<string> {
  const affixes = readAffixes(read('hunspell/fr.aff'));
  for (const line of read('hunspell/fr.dic').split('\n').slice(1)) yield* expandLine(line, affixes, isFrench);
}

/** Flags of verbs with pronouns, such as `dándoselo`; those with one after the infinitive are typed: `ayudarles`. */
const isSpanish = ({ flag }: AffixRule) => !/^[À-ü]$/u.test(flag) || 'ÀÁÂñ'.includes(flag);

/** Endings of Spanish verbs with `vosotros`, with `nosotros` in the past, and of gerunds with a pronoun. */
const untypedEnding = /(?:[áéí]is|[aeií]d|abais|íais|steis|[aei]rais|(?:áb|í|[áé]r)amos|ndose)$/u;
/** The imperfect subjunctive in `-se`, and the future one, which only laws have. */
const subjunctive = /^(.*[aeiáéí])(?:se|re)((?:s|n|is|mos)?)$/u;

/** Further forms that visitors don’t type: `ayudaremos`, `ayudarías`, `ayudabas`, `comías`, `ayudarnos`, `ayudaros`, `ayudarte`. */
const untypedForms = (infinitive: string) => [
  ...['emos', 'ías', 'nos', 'os', 'te'].map((ending) => infinitive + ending),
  `${infinitive.slice(0, -1)}bas`,
  `${infinitive.slice(0, -2)}ías`,
];

/** Leaves out forms of a verb that people don’t type; the subjunctive is recognized by its other form: `amase` by `amara`. */
function* typedForms(forms: ReadonlySet<string>): Generator<string> {
  const [infinitive = ''] = forms;
  const isVerb = /[aeií]r$/u.test(infinitive);
  const untyped = new Set(isVerb ? untypedForms(infinitive) : []);
  for (const form of forms) {
    const [, base = '', ending = ''] = subjunctive.exec(form) ?? [];
    const isOld = base !== '' && forms.has(`${base}ra${ending}`) && forms.has(`${base}se${ending}`);
    if (!isVerb || (!untypedEnding.test(form) && !untyped.has(form) && !isOld)) yield form;
  }
}

function* knownSpanish({ read }: Sources): Generator<string> {
  const affixes = readAffixes(read('hunspell/es_ES.aff'));
  // The package’s dictionaries of other countries are the same.
  for (const line of read('hunspell/es_ES.dic').split('\n').slice(1))
    yield* typedForms(new Set(expandLine(line, affixes, isSpanish)));
}

const known: Readonly<Record<string, (sources: Sources) => Iterable<string>>> = {
  en: knownEnglish,
  fr: knownFrench,
  es: knownSpanish,
};

/** The sorted words of a language; none of one that has no dictionary here. */
export function knownWords(locale: string, sources: Sources): string[] {
  return foldAll(known[locale]?.(sources) ?? []);
}
