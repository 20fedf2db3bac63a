/** All results of a search as a table to download, or as a list to print. Loaded when the visitor asks for one. */
import { label } from '@/i18n/names';
import { acceptsApplications, stageAt } from '@/model/time/lifecycle';
import { closingDay } from '@/i18n/format/reader-time';
import { rowValues, type FacetTable } from '../facets/facet-columns';
import type { Labels } from '../facets/labels';
import type { SearchIslandProps } from '../page/search-props';
import type { ResultCard, SearchEngine } from '../query/engine.client';
import { csvFileName, formatCsvRows } from './result-csv';
import './result-files.css';

export interface ResultFile {
  readonly props: SearchIslandProps;
  readonly labels: Labels;
  /** The one that found them. */
  readonly engine: () => SearchEngine | undefined;
  /** All results in their order. */
  readonly rows: readonly number[];
  /** The requested tasks. */
  readonly tasks: readonly string[];
  /** The words and filters of the search, for readers of the file. */
  readonly what: string;
  /** Where progress and problems are told. */
  readonly status: { readonly current: HTMLElement | null };
}

/** The most results that are printed: about forty pages. */
const mostPrinted = 200;

/** Cards loaded between two signs of progress. */
const step = 100;

/** True while one is being made: a second press does nothing. */
let isBusy = false;

/** Loads the texts of rows and does something with them; tells how many are loaded, and what goes wrong. */
async function withCards(
  { engine, status, props: { t } }: ResultFile,
  rows: readonly number[],
  use: (cards: readonly ResultCard[], engine: SearchEngine) => Promise<void> | void,
): Promise<void> {
  const opened = engine();
  if (isBusy || !opened) return;
  const tell = (text: string) => {
    if (status.current) status.current.textContent = text;
  };
  isBusy = true;
  try {
    const cards = await loadCards(opened, rows, (n) =>
      tell(t('search.files.loading', { n, all: rows.length })),
    );
    tell('');
    await use(cards, opened);
  } catch {
    tell(t('search.error'));
  }
  isBusy = false;
}

async function loadCards(
  engine: SearchEngine,
  rows: readonly number[],
  progress: (loaded: number) => void,
): Promise<readonly ResultCard[]> {
  const cards: ResultCard[] = [];
  while (cards.length < rows.length) {
    progress(cards.length);
    const next = rows.slice(cards.length, cards.length + step);
    // Without words: whole summaries, and nothing is marked.
    cards.push(...(await engine.cards('', next)));
  }
  return cards;
}

const absolute = (path: string) => new URL(path, location.origin).href;

/** Saves all results as a table. */
export const saveResults = (file: ResultFile): Promise<void> =>
  withCards(file, file.rows, async (cards, engine) => saveTable(file, cards, await engine.table()));

function saveTable(
  { props: { t }, labels, rows, what }: ResultFile,
  cards: readonly ResultCard[],
  { columns }: FacetTable,
): void {
  const table = cards.map((card, index) => {
    const facts = labels.facts(card);
    const factsOf = (kind: string) =>
      facts.flatMap((fact) => (fact.kind === kind ? fact.text : [])).join('; ');
    const countries = rowValues(columns.country, rows[index] ?? -1);
    return [
      card.title,
      labels.organization(card),
      countries.map((country) => labels.option('country', country)).join('; '),
      factsOf('lang'),
      factsOf('hours'),
      factsOf('length'),
      card.closesAt === undefined ? '' : new Date(card.closesAt).toISOString(),
      absolute(card.path),
    ];
  });
  const head = [
    t('search.files.title'),
    t('search.texts.organization'),
    t('facet.country'),
    t('facet.lang'),
    t('facet.hours'),
    t('facet.length'),
    t('search.sort.closing'),
    t('search.files.link'),
  ];
  const url = URL.createObjectURL(
    new Blob([formatCsvRows([head, ...table])], { type: 'text/csv;charset=utf-8' }),
  );
  const link = document.createElement('a');
  link.href = url;
  link.download = csvFileName(what, new Date().toISOString().slice(0, 10));
  link.click();
  URL.revokeObjectURL(url);
}

function element(name: string, ...content: (string | Node)[]): HTMLElement {
  const made = document.createElement(name);
  made.append(...content);
  return made;
}

/** Opens the browser's print dialog with all results, at most 200. */
export const printResults = (file: ResultFile): Promise<void> =>
  withCards(file, file.rows.slice(0, mostPrinted), (cards) => printSheet(file, cards));

/** The day of closing, or the status of one that accepts no applications. */
function closingText(card: ResultCard, { t, locale }: SearchIslandProps, now: number): string {
  const stage = stageAt(card, now);
  if (!acceptsApplications(stage)) return label(t, 'status', stage);
  if (card.closesAt === undefined) return t('row.openEnded');
  return `${t('row.closes')} ${closingDay(locale, card.closesAt)}`;
}

function printSheet({ props, labels, rows, tasks }: ResultFile, cards: readonly ResultCard[]): void {
  const { t, locale } = props;
  const now = Date.now();
  const items = cards.map((card) => {
    const title = element('h2', card.title);
    const summary = element('p', card.summary);
    if (card.lang !== locale) title.lang = summary.lang = card.lang;
    const closing = closingText(card, props, now);
    const facts = [labels.organization(card), ...labels.facts(card, tasks).map(({ text }) => text), closing];
    return element('li', title, element('p', facts.join(' · ')), summary, element('p', absolute(card.path)));
  });
  const day = new Intl.DateTimeFormat(locale, { dateStyle: 'long' }).format(now);
  const sheet = element(
    'div',
    // The title of the window says what was searched for and on which site.
    element('h1', document.title),
    element('p', `${t.count('search.count', rows.length)} · ${day}`),
    element('p', location.href),
  );
  if (rows.length > cards.length)
    sheet.append(element('p', t('search.files.most', { n: cards.length, all: rows.length })));
  sheet.append(element('ol', ...items));
  sheet.className = 'result-sheet';
  document.querySelector('.result-sheet')?.remove();
  document.body.append(sheet);
  addEventListener('afterprint', () => sheet.remove(), { once: true });
  print();
}
