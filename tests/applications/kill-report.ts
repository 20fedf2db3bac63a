/** Checks what arrived after kills, and counts the kills in tables. */
import type { InboxLine } from '../browser/inbox';
import { services, visitedPages, type Kill } from './kill';
import { sayings, type PageAnswers, type Saying } from './page-says';

const normalizeText = (text: unknown) => String(text).replaceAll('\r\n', '\n');

/** Where what arrived is another text than what was typed. */
function findDifferences(rows: readonly InboxLine[], typed: PageAnswers): string[] {
  return rows.flatMap(({ fields }) =>
    Object.entries(typed).flatMap(([name, text]) => {
      const key = name === 'answer' ? 'answer_1' : name;
      return normalizeText(fields[key]) === normalizeText(text)
        ? []
        : [`${key} arrived as ${JSON.stringify(fields[key])}, typed ${JSON.stringify(text)}`];
    }),
  );
}

export const listNumbers = (rows: readonly InboxLine[]) => [
  ...new Set(rows.map(({ fields }) => fields['submission_id'] ?? 'none')),
];

/** The rules that hold of what has arrived, whenever that is looked at. */
export function findArrivalFaults(rows: readonly InboxLine[], typed: PageAnswers): string[] {
  const numbers = listNumbers(rows);
  return [
    ...(numbers.length > 1 ? [`arrived under ${numbers.length} numbers: ${numbers.join(', ')}`] : []),
    ...findDifferences(rows, typed),
  ];
}

/** Where the draft that is offered lacks what was said to be saved. */
export function findDraftFaults(saved: PageAnswers, offered: PageAnswers): string[] {
  const faults = Object.entries(saved).filter(
    ([name, text]) =>
      !/^consent$|^_/.test(name) && !normalizeText(offered[name] ?? '').startsWith(normalizeText(text)),
  );
  return faults.map(
    ([name, text]) =>
      `the draft was saved with ${name} ${JSON.stringify(text)} and is offered with ${JSON.stringify(offered[name])}`,
  );
}

/** A line of a table: what it counts, and a number for each column. */
export type KillRow = readonly [what: string, ...counts: number[]];

export const killColumns = [
  'kills',
  'arrived',
  'repeated',
  'arrived, form silent',
  'offered again',
  'neither',
  'broken',
] as const;

function countKills(kills: readonly Kill[]): number[] {
  const count = (is: (kill: Kill) => boolean) => kills.filter(is).length;
  return [
    kills.length,
    count(({ arrived }) => arrived > 0),
    count(({ arrived }) => arrived > 1),
    count(({ arrived, formSays }) => arrived > 0 && formSays === 'nothing'),
    count(({ arrived, formSays }) => arrived === 0 && (formSays === 'draft' || formSays === 'waits')),
    count(({ arrived, formSays }) => arrived === 0 && formSays === 'nothing'),
    count(({ broken }) => broken.length > 0),
  ];
}

/** The kills by what the page said last, by how the form service behaved, and by the page that was visited next. */
export function buildKillTables(kills: readonly Kill[]): Readonly<Record<string, readonly KillRow[]>> {
  const by = (keys: readonly string[], keyOf: (kill: Kill) => string) =>
    [...new Set(keys)].map((key): KillRow => [
      key,
      ...countKills(kills.filter((kill) => keyOf(kill) === key)),
    ]);
  const words: Readonly<Record<Saying, string>> = {
    nothing: 'nothing saved yet',
    draft: 'draft saved',
    sending: 'sending',
    waiting: 'waits to be sent',
    sent: 'sent',
  };
  return {
    'The page said last': [
      ...by(
        sayings.map((what) => words[what]),
        ({ said }) => words[said],
      ),
      ['all', ...countKills(kills)],
    ],
    'The form service was': by(services, ({ service }) => service),
    'Visited next': by(
      visitedPages.map(([name]) => name),
      ({ visited }) => visited,
    ),
  };
}

/** Tables by their titles, which are the heads of their first columns, and what was wrong, in words. */
export interface PartResult {
  readonly columns: readonly string[];
  readonly tables: Readonly<Record<string, readonly KillRow[]>>;
  readonly findings: readonly string[];
}
