/** The related words of each language. */
import type { RelatedEntry } from '@/search/language/table-format';
import { loadLanguage } from '@/search/words/load-language';
import { foldWord } from '@/search/words/tokenize';
import { createCommonness } from './english-words';
import type { Sources } from './fetch-sources';
import { readMyThes, type WordList } from './mythes';
import { scoreEnglish } from './related-english';
import { bestRelated, type RelatedScores } from './related-scores';
import { scoreThesaurus } from './related-thesaurus';
import { readWordNet } from './wordnet';

/** Most related words of a word: the ninth means something else. */
const max = 8;
/** A word with a lower score is related by a sense that is seldom meant. */
const minScore = 0.02;

type Test = (word: string) => boolean;

/** Insults and vulgar words that the sources don’t mark: no page should offer them. */
const offensive: Readonly<Record<string, string>> = {
  en: `arse ass asshole bastard bitch cretin cripple cunt dago fag faggot fuck gook honky hussy imbecile kike mongoloid
    moron negro nigger paki piss polack prick pussy retard retarded shit slut spastic spic tit tramp wench whore wop`,
  fr: `bamboula boche bordel bougnoule chier con connard connasse conne couille cul débile enculé foutre garce gouine
    merde métèque mongolien nègre pédale pédé pétasse pouffiasse putain pute salope tapette tarlouze youpin`,
  es: `cabrón carajo chingar cojón coño culo follar gilipollas imbécil joder marica maricón mariquita mierda mongólico
    pendejo puta puto ramera retrasado subnormal sudaca tarado zorra`,
};

/** Tells words of at least three letters and phrases of two. */
function createUsable(locale: string): Test {
  const unwanted = new Set((offensive[locale] ?? '').split(/\s+/u));
  return (phrase) =>
    /^[\p{Ll}’'-]{3,}(?: [\p{Ll}’'-]+)?$/u.test(phrase) &&
    !phrase.split(' ').some((word) => unwanted.has(word));
}

/** Forms of French verbs stand in the thesaurus with what only the form can mean, such as `aidée` with `hausse`. */
const isVerbForm = ({ head, part }: WordList) => part === '(Verbe)' && !/(?:r|re)$/u.test(head);

const usableLists = (lists: readonly WordList[], isUsable: Test): WordList[] =>
  lists
    .filter((list) => isUsable(list.head) && !isVerbForm(list))
    .map((list) => ({ ...list, members: list.members.filter(isUsable) }));

const readers: Readonly<
  Record<string, (sources: Sources, isUsable: Test, isFunctionWord: Test) => RelatedScores>
> = {
  en: (sources, isUsable, isFunctionWord) => {
    const commonness = createCommonness(sources);
    const usableCommonness = (word: string) => (isUsable(word) ? commonness(word) : 0);
    return scoreEnglish(readWordNet(sources), usableCommonness, isFunctionWord);
  },
  fr: ({ read }, isUsable) => scoreThesaurus(usableLists(readMyThes(read('mythes/thes_fr.dat')), isUsable)),
  es: ({ read }, isUsable) =>
    scoreThesaurus(usableLists(readMyThes(read('mythes/th_es_ES_v2.dat', 'latin1')), isUsable)),
};

/** The entries of a language; none of one that has no thesaurus here. */
export async function relatedEntries(locale: string, sources: Sources): Promise<RelatedEntry[]> {
  const { stem, isFunctionWord: isFoldedFunctionWord } = await loadLanguage(locale);
  const isFunctionWord = (word: string) => isFoldedFunctionWord(foldWord(word));
  const scores: RelatedScores =
    readers[locale]?.(sources, createUsable(locale), isFunctionWord) ??
    new Map<string, Map<string, number>>();
  return bestRelated(scores, { max, minScore, stem, isFunctionWord });
}
