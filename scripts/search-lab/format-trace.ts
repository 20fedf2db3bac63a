/** Formats everything about a query as lines for a terminal. */
import { localeTable, type Locale } from '@/i18n/locales';
import { relevance, resultGroupShares } from '@/search/ranking';
import { formatTarget, type ScorePart } from './score-parts';
import type { CountedWord, QueryTrace, ResultTrace, SynonymTrace, WordTrace } from './trace-query';

/** The most words of a list that are printed. */
const mostListed = 12;

const formatNumber = (value: number) => value.toFixed(2);

const join = (words: readonly string[]) => words.join(', ');

/** `learn (4), learning (2)` */
function formatCounted(words: readonly CountedWord[]): string {
  const shown = words.slice(0, mostListed).map(({ word, documents }) => `${word} (${documents})`);
  return join(words.length > mostListed ? [...shown, `and ${words.length - mostListed} more`] : shown);
}

/** Lines of a name and a text, the texts below each other; those without a text are left out. */
function formatPairs(pairs: readonly (readonly [name: string, text: string])[], indent = '  '): string[] {
  const shown = pairs.filter(([, text]) => text !== '');
  const width = Math.max(0, ...shown.map(([name]) => name.length));
  return shown.map(([name, text]) => `${indent}${name.padEnd(width)}  ${text}`);
}

function formatPhrases({ parsed: { phrases }, havingPhrases, size }: QueryTrace): string {
  if (phrases.length === 0) return '';
  const named = join(phrases.map((tokens) => `“${tokens.map(({ spelled }) => spelled).join(' ')}”`));
  return havingPhrases > 0
    ? `${named} (in ${havingPhrases} of ${size} opportunities, no others are results)`
    : `${named} (in no opportunity, so the words are looked up alone)`;
}

function formatParsed(trace: QueryTrace): string[] {
  const { parsed, functionWords, excluded, size } = trace;
  const having = (role: string) =>
    functionWords.filter((word) => word.role === role).map(({ typed }) => typed);
  return [
    'The query',
    ...formatPairs([
      ['words', join(parsed.words.map(({ typed }) => typed)) || 'none'],
      ['phrases', formatPhrases(trace)],
      [
        'excluded words',
        parsed.excluded.length > 0
          ? `${join(parsed.excluded.map(({ spelled }) => spelled))} (in ${excluded} of ${size} opportunities)`
          : '',
      ],
      ['function words, left out', join(having('left out'))],
      ['function words that add a little', join(having('optional'))],
      ['function words, looked up', join(having('required'))],
    ]),
  ];
}

function formatWord(word: WordTrace, size: number): string[] {
  const { typed, stem, documents, weight, forms, isForm, isSpelledRight, near, longer, corrections } = word;
  const found =
    documents === 0
      ? 'in no opportunity'
      : `in ${documents} of ${size} opportunities; weight ${formatNumber(weight)}`;
  return [
    `  ${typed}`,
    ...formatPairs(
      [
        ['found', found],
        ['as typed', isForm ? '' : `in no text${isSpelledRight ? '; spelled right, so not corrected' : ''}`],
        ['stem', stem ?? ''],
        ['forms', formatCounted(forms)],
        ['other formations', formatCounted(near)],
        ['as the beginning of', formatCounted(longer)],
        ['corrected to', join(corrections)],
        ['related words', formatCounted(word.related)],
      ],
      '    ',
    ),
  ];
}

function formatSynonym({ typed, targets, found, documents, weight }: SynonymTrace): string[] {
  const names = targets.map((target) =>
    target.language === undefined ? formatTarget(target) : `${formatTarget(target)} (${target.language})`,
  );
  return [
    `  ${typed}`,
    ...formatPairs(
      [
        ['stands for', join([...new Set(names)])],
        ['found', `in ${found} opportunities, by the word or what it stands for`],
        ['weight', `${formatNumber(weight)}, of a word in ${documents}`],
      ],
      '    ',
    ),
  ];
}

function formatNeighbours({ words, pairs, size }: QueryTrace): string[] {
  if (words.length < 2) return [];
  const lines =
    pairs.length === 0
      ? ['  not looked up: only in short queries']
      : pairs.map(({ word, documents }) =>
          documents === 0
            ? `  “${word}”: makes no difference, side by side nowhere or wherever both are`
            : `  “${word}”: in ${documents} of ${size} opportunities`,
        );
  return ['', 'Neighbours: words side by side', ...lines];
}

const partNames: Readonly<Record<ScorePart['kind'], string>> = {
  word: '',
  related: 'related word ',
  pair: 'side by side: ',
};

function formatResult({ id, title, group, score, parts }: ResultTrace, place: number): string[] {
  return [
    `  ${String(place + 1).padStart(5)}  ${group.padEnd(5)}  ${formatNumber(score).padStart(5)}  ${id}`,
    `${' '.repeat(23)}${title}`,
    ...parts.map(({ kind, label, score: part, evidence }) => {
      const where = evidence.length > 0 ? `: ${join(evidence)}` : '';
      return `${' '.repeat(16)}${formatNumber(part).padStart(5)}    ${partNames[kind]}${label}${where}`;
    }),
  ];
}

function formatResults({ lookup, open, results }: QueryTrace): string[] {
  const total = lookup.rows.length;
  const inGroup = (group: string) => lookup.rows.filter((row) => lookup.groups.get(row) === group).length;
  const { missing, corrected, related } = lookup;
  return [
    'Results',
    ...formatPairs([
      ['found', `${total}: all ${inGroup('all')}, most ${inGroup('most')}, some ${inGroup('some')}`],
      ['open', `${open}; visitors see the others only if they choose another status`],
      [
        'missing words',
        missing.length > 0 ? `${join(missing)}; what has all others comes first, in the group “most”` : '',
      ],
      ['corrected', join(corrected.map(({ typed, words }) => `${typed} to ${words.join(' or ')}`))],
      ['related words', join(related)],
    ]),
    ...(results.length > 0
      ? ['', '  place  group  score  opportunity, and what each word added', ...results.flatMap(formatResult)]
      : []),
  ];
}

type Field = keyof typeof relevance.field;

const fieldNames: Readonly<Record<Field, string>> = {
  title: 'the title',
  organization: 'the organization’s name',
  text: 'the text',
  filed: 'the names of categories (task types, causes, countries)',
};

/** From the field in which a word counts most. */
const fieldOrder = (Object.keys(fieldNames) as Field[])
  .toSorted((a, b) => relevance.field[b] - relevance.field[a])
  .map((field) => fieldNames[field]);

const legend = [
  'Each word adds its weight, times a strength. The fewer opportunities have a word, the higher its weight. A word counts',
  `most in ${fieldOrder.join(', then in ')}.`,
  `Groups: “all” has all words, “most” at least ${100 * resultGroupShares.most} % of their weight, “some” less.`,
];

/** Formats a query's trace. */
export function formatTrace(trace: QueryTrace, locale: Locale): string[] {
  const { query, size, words, synonyms } = trace;
  return [
    `“${query}”, ${localeTable[locale].name}, ${size} opportunities`,
    '',
    ...formatParsed(trace),
    '',
    'Its words, with numbers of opportunities',
    ...words.flatMap((word) => formatWord(word, size)),
    ...(synonyms.length > 0 ? ['', 'What words stand for', ...synonyms.flatMap(formatSynonym)] : []),
    ...formatNeighbours(trace),
    '',
    ...formatResults(trace),
    '',
    ...legend,
  ];
}
