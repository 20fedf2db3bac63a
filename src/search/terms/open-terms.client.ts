/** Loads the terms of a language in the browser: the directory at once, shards when a word needs them. */
import { readRelatedShard } from '../language/related-shard';
import { decodeWords } from '../words/front-coding';
import { loadLanguage, type LanguageRules } from '../words/load-language';
import { readTermDirectory, type TermsFile } from './term-directory';
import { pairOf, readShard, type StemEntry } from './term-shard';
import type { Token } from './tokenize';

/** The most shards that are loaded for the beginning of a word. */
const mostShards = 8;

export interface Terms extends Pick<TermsFile, 'index' | 'size'> {
  readonly language: LanguageRules;
  /** The stem of a word with all its forms; undefined where no opportunity has any. */
  readonly find: (word: Token) => Promise<StemEntry | undefined>;
  /** The stems of related formations: one is the beginning of the other (`clasific` and `clasif`), with so many letters more. */
  readonly findNear: (word: Token, difference?: number) => Promise<readonly StemEntry[]>;
  /** Stems with only those forms that begin so, of at most eight shards. */
  readonly findBeginning: (beginning: string) => Promise<readonly StemEntry[]>;
  /** The opportunities with two stems side by side, in this order. */
  readonly findPair: (stem: string, next: string) => Promise<ReadonlySet<number>>;
  /** The words that texts have and that are related to a folded word, closest first. */
  readonly relatedTo: (folded: string) => Promise<readonly string[]>;
  /** True for a folded word of the language that is spelled right, whether texts have it or not. */
  readonly isSpelledRight: (folded: string) => Promise<boolean>;
}

/** Loads the files. Rejects where that fails. */
interface TermsLoader {
  readonly directory: () => Promise<TermsFile>;
  readonly shard: (name: string) => Promise<string>;
}

/** Letters of stems that are taken for formations of one word, and how many more one may have. */
const nearStems = { shortest: 5, difference: 3 } as const;

/** Stems are at least this long where the word is: no rule changes the beginning of a word. */
const unchangedLetters = 3;

/** Thrown where the rules of the language can't be loaded. Browsers remember that until the page is loaded again. */
export class LanguageLoadError extends Error {
  override readonly name = 'LanguageLoadError';
}

/** Loads each shard once, unless that fails: then it is tried again for the next word. */
function loadShards<Shard>(loader: TermsLoader, read: (text: string) => Shard) {
  const shards = new Map<string, Promise<Shard>>();
  return (name: string): Promise<Shard> => {
    const known = shards.get(name) ?? loader.shard(name).then(read);
    shards.set(name, known);
    known.catch(() => shards.delete(name));
    return known;
  };
}

/**
 * Opens the terms of a language. Rejects with a `TermsError`, a `ShardListError`, a `LanguageLoadError` or the errors of the
 * loader.
 */
export async function openTerms(locale: string, loader: TermsLoader): Promise<Terms> {
  const [directory, language] = await Promise.all([
    loader.directory().then(readTermDirectory),
    loadLanguage(locale).catch((error: unknown) => {
      throw new LanguageLoadError(`The rules of "${locale}" couldn’t be loaded.`, { cause: error });
    }),
  ]);
  const loadTerms = loadShards(loader, readShard);
  const loadRelated = loadShards(loader, readRelatedShard);
  const loadKnown = loadShards(loader, (text) => new Set(decodeWords(text)));
  const loadBetween = (from: string, to: string) =>
    Promise.all(directory.terms(from, to).slice(0, mostShards).map(loadTerms));

  return {
    index: directory.index,
    size: directory.size,
    language,
    find: async ({ spelled, folded }) => {
      const stem = language.stem(spelled);
      const [from, to] = stem < folded ? [stem, folded] : [folded, stem];
      const loaded = await loadBetween(from, to);
      // A word typed without its accents has another stem than in the texts, but is there as a form.
      const asForm = loaded.flatMap((shard) => shard.forms().get(folded) ?? []).at(0) ?? stem;
      return loaded.map((shard) => shard.read(asForm)).find((entry) => entry !== undefined);
    },
    findNear: async ({ spelled }, difference = nearStems.difference) => {
      const stem = language.stem(spelled);
      if (stem.length < nearStems.shortest) return [];
      const shortest = stem.slice(0, Math.max(nearStems.shortest, stem.length - difference));
      const loaded = await loadBetween(shortest, stem);
      const isNear = (other: string) =>
        other !== stem &&
        other.length >= nearStems.shortest &&
        Math.abs(other.length - stem.length) <= difference &&
        (other.startsWith(stem) || stem.startsWith(other));
      return loaded.flatMap((shard) => shard.stems.filter(isNear).flatMap((near) => shard.read(near) ?? []));
    },
    findBeginning: async (beginning) => {
      const from = beginning.slice(0, unchangedLetters);
      const loaded = await loadBetween(from, `${beginning}\uffff`);
      const stems = loaded.flatMap((shard) => {
        const some = [...shard.forms()].filter(([form]) => form.startsWith(beginning));
        return [...new Set(some.map(([, stem]) => stem))].flatMap((stem) => shard.read(stem) ?? []);
      });
      return stems.map(({ stem, forms }) => ({
        stem,
        forms: new Map([...forms].filter(([form]) => form.startsWith(beginning))),
      }));
    },
    findPair: async (stem, next) => {
      const pair = pairOf(stem, next);
      const loaded = await Promise.all(directory.pairs(pair, pair).map(loadTerms));
      const postings = loaded.flatMap((shard) => [...(shard.read(pair)?.forms.values() ?? [])].flat());
      return new Set(postings.map(({ serial }) => serial));
    },
    relatedTo: async (folded) => {
      const stem = language.stem(folded);
      const loaded = await Promise.all(directory.related(stem, stem).map(loadRelated));
      return loaded.flatMap((shard) => shard.get(stem) ?? []);
    },
    isSpelledRight: async (folded) => {
      const loaded = await Promise.all(directory.known(folded, folded).map(loadKnown));
      return loaded.some((words) => words.has(folded));
    },
  };
}
