/** Shows the first opportunities for the finder's sentence. */
import type { KnownLanguages } from '@/model/language-needs';
import { searchedLanguages } from '../facets/language-fit';
import { pickMatches, type FinderMatch } from './finder-matches';

/** The choices of the finder; `''` for any. */
interface Choices {
  readonly task: string;
  readonly lang: string;
  readonly hours: string;
  /** The languages of the visitor's answers to the fit check. */
  readonly answers: KnownLanguages | undefined;
  /** False once the sentence is another. */
  readonly isCurrent: () => boolean;
}

/** Rejects where there is no such file, or a page of HTML that a network sends instead. */
async function fetchMatches(url: string): Promise<readonly FinderMatch[]> {
  const response = await fetch(url);
  if (!response.ok) throw new Error(`${url} answered ${response.status}.`);
  return (await response.json()) as readonly FinderMatch[];
}

const loaded = new Map<string, Promise<readonly FinderMatch[]>>();

function loadMatches(url: string): Promise<readonly FinderMatch[]> {
  const known = loaded.get(url) ?? fetchMatches(url);
  loaded.set(url, known);
  known.catch(() => loaded.delete(url));
  return known;
}

function matchItem({ path, title, lang, facts }: FinderMatch): HTMLElement {
  const item = document.createElement('li');
  const link = document.createElement('a');
  link.href = path;
  link.textContent = title;
  if (lang !== undefined) link.lang = lang;
  const line = document.createElement('p');
  line.textContent = facts;
  item.append(link, line);
  return item;
}

/** Fills the list; where its file can't be loaded, the list is emptied, and the button still leads to the search. */
export async function showMatches(list: HTMLElement, urlPattern: string, choices: Choices): Promise<void> {
  const { task, lang, hours, answers, isCurrent } = choices;
  const languages = searchedLanguages(lang === '' ? [] : [lang], answers ?? new Map());
  const load = (tag: string) => loadMatches(urlPattern.replace('{lang}', tag || 'any'));
  try {
    const now = Date.now();
    const all = await load(lang);
    if (!isCurrent()) return;
    list.replaceChildren(...pickMatches(all, { task, hours, languages }, now).map(matchItem));
  } catch {
    if (isCurrent()) list.replaceChildren();
  }
}
