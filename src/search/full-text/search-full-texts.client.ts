/** Searches the full texts of pages in the browser, with Pagefind, which is loaded for it. */
import type { EntryType } from '../entries/entries';
import { FileLoadError } from '@/components/load-file.client';
import { markWords, type ExcerptPart } from '../words/excerpt';
import { loadLanguage, type LanguageRules } from '../words/load-language';
import { parseQuery } from '../words/parse-query';
import { joinElisions } from '../words/spelling';
import type { Token } from '../words/tokenize';
import { watchIndexLoads } from './watch-index-loads.client';

/** The used part of what Pagefind says of a page. */
interface PageData {
  readonly url: string;
  /** The words around the best place, with `<` and `>` written as entities. */
  readonly plain_excerpt: string;
  readonly meta: { readonly title: string; readonly type: EntryType; readonly lang?: string };
}

interface Found {
  readonly id: string;
  readonly data: () => Promise<PageData>;
}

interface Instance {
  readonly search: (words: string) => Promise<{ readonly results: readonly Found[] }>;
}

interface PagefindModule {
  readonly createInstance: (options: Readonly<Record<string, unknown>>) => Instance;
}

/** A page with the words, and the place of its text where they are. */
export interface TextResult {
  readonly path: string;
  readonly title: string;
  readonly type: EntryType;
  readonly lang: string | undefined;
  readonly excerpt: readonly ExcerptPart[];
}

/** So many of the best are shown. */
const most = 20;

async function openPagefind(bundle: string): Promise<Instance['search']> {
  const failures = watchIndexLoads(bundle);
  const load = async (address: string) => (await import(/* @vite-ignore */ address)) as PagefindModule;
  const file = `${bundle}pagefind.js`;
  // Browsers may remember a failed module: the next attempt has another address.
  const module = await load(file).catch(() => load(`${file}?again=${Date.now()}`));
  // No worker: it would cost another file and round trip, to save some milliseconds of the main thread.
  const instance = module.createInstance({
    basePath: bundle,
    baseUrl: '/',
    noWorker: true,
    excerptEllipsis: '…',
  });
  return async (words) => {
    const found = await instance.search(words);
    if (failures() > 0) throw new FileLoadError(`A part of ${bundle} could not be loaded.`);
    return found;
  };
}

/** Pages with all words, then those with some, by how rare these are. */
async function searchEach(search: Instance['search'], words: readonly string[]): Promise<Found[]> {
  const all = (await search(words.join(' '))).results;
  const each = words.length > 1 ? await Promise.all(words.map(search)) : [];
  const weights = new Map<string, { found: Found; weight: number }>();
  for (const { results } of each) {
    for (const found of results) {
      const weight = (weights.get(found.id)?.weight ?? 0) + 1 / results.length;
      weights.set(found.id, { found, weight });
    }
  }
  const others = [...weights.values()].toSorted((a, b) => b.weight - a.weight).map(({ found }) => found);
  const known = new Set(all.map(({ id }) => id));
  return [...all, ...others.filter(({ id }) => !known.has(id))];
}

/** Undefined where neither title nor excerpt has a word: Pagefind takes “wellington” for “well” where no text has it. */
function resultOf(
  { url, plain_excerpt: escaped, meta }: PageData,
  words: readonly Token[],
  rules: LanguageRules,
): TextResult | undefined {
  const text = joinElisions(escaped.replaceAll('&lt;', '<').replaceAll('&gt;', '>'));
  const excerpt = markWords(text, words, rules);
  if (!excerpt && !markWords(meta.title, words, rules)) return undefined;
  return {
    path: url,
    title: meta.title,
    type: meta.type,
    lang: meta.lang,
    excerpt: excerpt ?? [{ text, marked: false }],
  };
}

/**
 * Searches texts for the content words of a query, or for a phrase where all of it is in one pair of quotation marks. Those
 * with what the query excludes are left out. Resolves to at most twenty, best first. `bundle` is the
 * folder of Pagefind's files, with a slash at the end. Rejects with a `FileLoadError` where a part of the index is
 * missing, or with an error of Pagefind's.
 */
export async function searchFullTexts(
  bundle: string,
  locale: string,
  query: string,
): Promise<readonly TextResult[]> {
  const [search, rules] = await Promise.all([openPagefind(bundle), loadLanguage(locale)]);
  const { words, excluded } = parseQuery(query, rules);
  const content = words.filter(({ token }) => !rules.isFunctionWord(token.folded));
  const tokens = (content.length > 0 ? content : words).map(({ token }) => token);
  const isPhrase = words.length > 1 && /^\s*["“”«»][^"“”«»]+["“”«»]\s*$/u.test(query);
  const unwanted = await Promise.all(
    excluded.map((one) => search(one.words.map(({ token }) => token.spelled).join(' '))),
  );
  const unwantedIds = new Set(unwanted.flatMap(({ results }) => results.map(({ id }) => id)));
  const all = isPhrase
    ? (await search(`"${words.map(({ typed }) => typed).join(' ')}"`)).results
    : await searchEach(
        search,
        tokens.map(({ spelled }) => spelled),
      );
  const found = all.filter(({ id }) => !unwantedIds.has(id)).slice(0, most);
  const loaded = await Promise.all(found.map(({ data }) => data()));
  return loaded.flatMap((data) => resultOf(data, tokens, rules) ?? []);
}
