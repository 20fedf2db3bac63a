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
  fluent: `fluent|native or fluent|fluent or native|fluency|advanced|proficient|professional|excellent|c1|courant|courante|couramment|very good|tres bon|muy bueno|avance|parfait|professionnel|avanzado|fluido|alto|profesional|excelente|bilingue`,
  native: `native|lm|native or bilingual|bilingual|mother tongue|native speaker|c2|langue maternelle|maternelle|natif|native|nativo|nativa|lengua materna|materna`,
};

const needs: Readonly<Record<LanguageNeed, string>> = {
  required: `required|mandatory|must|requis|obligatoire|exige|requerido|obligatorio|imprescindible`,
  welcome: `nice to have|a plus|plus|welcome|desirable|preferred|an asset|asset|optional|souhaite|apprecie|un plus|bienvenu|deseable|se valora|valorable|opcional`,
  either: `either|one of these`,
};

/** Words that say neither. */
const others = new Set(
  'is est es level niveau nivel de d in en of the le la el un una language langue idioma speaker speaking spoken written oral ecrit parle both or ou o lu lecture lectura reading read writing escritura escrito technical technique tecnico'.split(
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

/** True for a text that names several languages of which one is enough: `English or French`. */
export function saysEither(text: string): boolean {
  const words = text.replace(/(?:and|et|y)\s*\/\s*(?:or|ou|o)(?!\p{L})/giu, 'or');
  const [rest] = takeOut(
    foldWords(words),
    levelPhrases.filter(([phrase]) => phrase.includes(' or ')),
  );
  return / (?:or|ou|o|u) /.test(rest) && !/ (?:and|et|y) /.test(rest) && !/[&+]/.test(words);
}

/** Reads a level: `notions -> basic`; undefined where there is none, or several. */
export function readLevel(text: string): LanguageLevel | undefined {
  const [rest, level] = takeOut(foldWords(text), levelPhrases);
  return takeOut(rest, levelPhrases)[1] === undefined ? level : undefined;
}

/** True for a level or need without its language; `EN` and `de` may be codes of languages. */
function isLevelAlone(text: string): boolean {
  const folded = foldWords(text);
  const [rest] = takeOut(takeOut(folded, needPhrases)[0], levelPhrases);
  return (
    rest !== folded && rest.split(' ').every((word) => word.length !== 2 && (word === '' || others.has(word)))
  );
}

/** Joins a level to the language before it: `['English', 'fluent', 'French'] -> ['English or fluent', 'French']`. */
export const joinLevels = (parts: readonly string[]): string[] =>
  parts.reduce<string[]>(
    (joined, part) =>
      joined.length > 0 && isLevelAlone(part)
        ? [...joined.slice(0, -1), `${joined.at(-1)} or ${part}`]
        : [...joined, part],
    [],
  );

/** Reads one language; undefined where nothing but its name is said. */
export function readLanguageWords(text: string): SaidLanguage | undefined {
  const folded = foldWords(text);
  const [withoutNeed, need] = takeOut(folded, needPhrases);
  const [rest, level] = takeOut(withoutNeed, levelPhrases);
  const words = rest.split(' ');
  const telling = words.filter((word) => !others.has(word));
  const isNameAlone = need === undefined && level === undefined && telling.length === words.length;
  // “EN” and “de” may be codes of languages too.
  const language = telling.length > 0 ? telling.join(' ') : rest;
  return isNameAlone || language === ''
    ? undefined
    : { language, ...(level === undefined ? {} : { level }), ...(need === undefined ? {} : { need }) };
}
