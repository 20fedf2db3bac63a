/** Reads a language with its level as people write it: `français courant`, `EN (fluent)`, `native Spanish`. */
import type { LanguageLevel, LanguageNeed } from '@/model/vocabularies/languages';
import { foldWords } from './fold-words';

/** A language in somebody's words, and what else was said of it. */
interface SaidLanguage {
  readonly language: string;
  readonly level?: LanguageLevel;
  readonly need?: LanguageNeed;
}

const levels: Readonly<Record<LanguageLevel, string>> = {
  basic: `basic|beginner|elementary|basics|a1|a2|notions|debutant|basique|elementaire|basico|elemental|principiante|nociones`,
  good: `good|intermediate|working|working knowledge|conversational|b1|b2|bon niveau|bon|bonne maitrise|intermediaire|conversation|bueno|buen nivel|intermedio|medio`,
  fluent: `fluent|fluency|advanced|proficient|professional|excellent|c1|courant|couramment|avance|parfait|professionnel|avanzado|fluido|alto|profesional|excelente|bilingual|bilingue`,
  native: `native|mother tongue|native speaker|c2|langue maternelle|maternelle|natif|native|nativo|nativa|lengua materna|materna`,
};

const needs: Readonly<Record<LanguageNeed, string>> = {
  required: `required|mandatory|must|requis|obligatoire|exige|requerido|obligatorio|imprescindible`,
  welcome: `nice to have|a plus|plus|welcome|desirable|preferred|an asset|asset|optional|souhaite|apprecie|un plus|bienvenu|deseable|se valora|valorable|opcional`,
  either: `either|one of these`,
};

/** Words that say neither. */
const others = new Set(
  'level niveau nivel de d in en of the le la el un una language langue idioma speaker speaking spoken written oral ecrit parle'.split(
    ' ',
  ),
);

/** Phrases with what they stand for, the longest first. */
const phrasesOf = <Id extends string>(table: Readonly<Record<Id, string>>): (readonly [string, Id])[] =>
  (Object.entries(table) as [Id, string][])
    .flatMap(([id, words]) => words.split('|').map((phrase) => [phrase, id] as const))
    .toSorted(([a], [b]) => b.length - a.length);

const levelPhrases = phrasesOf(levels);
const needPhrases = phrasesOf(needs);

/** Takes the first phrase that a text has out of it. */
function takeOut<Id>(text: string, phrases: readonly (readonly [string, Id])[]): [rest: string, id?: Id] {
  const found = phrases.find(([phrase]) => ` ${text} `.includes(` ${phrase} `));
  return found ? [` ${text} `.replace(` ${found[0]} `, ' ').trim(), found[1]] : [text];
}

/** Reads one language; undefined where nothing but its name is said. */
export function readLanguageWords(text: string): SaidLanguage | undefined {
  const folded = foldWords(text);
  const [withoutNeed, need] = takeOut(folded, needPhrases);
  const [rest, level] = takeOut(withoutNeed, levelPhrases);
  if (need === undefined && level === undefined) return undefined;
  const telling = rest.split(' ').filter((word) => !others.has(word));
  // “EN” and “de” may be codes of languages too.
  const language = telling.length > 0 ? telling.join(' ') : rest;
  return language === ''
    ? undefined
    : { language, ...(level === undefined ? {} : { level }), ...(need === undefined ? {} : { need }) };
}
