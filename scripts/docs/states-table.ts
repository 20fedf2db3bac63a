/** Writes the table of an application's states, with the result of `nextRecord` for each state and event. Pure. */
import { translator } from '@/i18n/translate';
import {
  nextRecord,
  statusMessages,
  pendingStatus,
  type OutboxEvent,
} from '@/applications/outbox/entry-states';
import { unsentStates, type OutboxEntry } from '@/device/storage/application/outbox-entry';
import { formatMarkdownTable, replaceSection } from './markdown';

const now = Date.parse('2026-11-25T12:00:00.000Z');
const at = new Date(now).toISOString();

const submission = {
  id: 'a',
  about: { opportunity: 'wells', title: 'Wells', organization: 'Riverbank', lang: 'en', path: '/en/' },
  endpoint: 'https://forms.example',
  formId: 'a',
  payload: { name: 'Ana' },
  text: 'Ana',
};

const createAnswer = (
  outcome: Extract<OutboxEvent, { type: 'answer' }>['outcome'],
  isOnline = true,
): OutboxEvent => ({ type: 'answer', trigger: 'person', outcome, isOnline });

/** Events, in their usual order. */
const events: readonly (readonly [title: string, event: OutboxEvent])[] = [
  ['Send is pressed', { type: 'press', submission, pause: 0 }],
  ['an attempt begins', { type: 'attempt', trigger: 'person' }],
  ['the form service has it', createAnswer({ kind: 'sent' })],
  ['no connection', createAnswer({ kind: 'unconfirmed', reason: 'network' }, false)],
  ['no answer, or one that doesn’t tell', createAnswer({ kind: 'unconfirmed', reason: 'timeout' })],
  ['over the limit of the service', createAnswer({ kind: 'refused', reason: 'limit' })],
  ['refused, or a field is wrong', createAnswer({ kind: 'refused', reason: 'inactive' })],
  ['the page has no form any more', { type: 'closed', trigger: 'person' }],
  ['deleted', { type: 'delete' }],
];

const isAnswer = ({ type }: OutboxEvent) => type === 'answer';

function createEntry(state: OutboxEntry['state'], mayHaveArrived: boolean): OutboxEntry {
  return { ...submission, state, createdAt: at, triedAt: at, attempts: 1, mayHaveArrived };
}

/** Formats the state after an event, and that of an entry that may have arrived before, if it differs. */
function formatNextState(state: OutboxEntry['state'] | undefined, event: OutboxEvent): string {
  // Answers come to attempts only.
  if (isAnswer(event) && state !== 'sending') return '';
  if (state === undefined && event.type !== 'press') return '';
  const after = (mayHaveArrived: boolean) =>
    nextRecord(state && createEntry(state, mayHaveArrived), event, now)?.state ?? 'nothing is left';
  const [surely, maybe] = [after(false), after(true)];
  if (surely === state && !(event.type === 'press')) return '';
  return surely === maybe ? surely : `${surely}; ${maybe} if it may have arrived`;
}

function formatTransitions(): string {
  const states = [undefined, ...unsentStates] as const;
  const rows = events.map(([title, event]) => [
    title,
    ...states.map((state) => formatNextState(state, event)),
  ]);
  return formatMarkdownTable([['', ...states.map((state) => state ?? 'nothing yet')], ...rows]);
}

/** The states and facts that lead to each status. */
const statusFacts: Readonly<Record<keyof typeof statusMessages, string>> = {
  waiting: '`waiting`',
  sending: '`sending`, with the attempt in flight',
  unconfirmed: '`unconfirmed`, or `sending` whose page ended',
  limit: '`refused` over the limit of the service',
  refused: '`refused` for good',
  late: '`refused` because the page has no form any more',
  doubtful: 'one of these two, where an earlier attempt may have arrived',
  unstored: 'any of them, where only the page has it',
  ended: 'any of them, after the last automatic attempt',
  sent: '`sent`',
};

function formatMessages(): string {
  const t = translator('en');
  const rows = Object.entries(statusMessages).map(([status, key]) => [
    status,
    statusFacts[status as keyof typeof statusMessages],
    `\`${key}\``,
    t(key),
  ]);
  return formatMarkdownTable([['Status', 'State', 'Message', 'In English'], ...rows]);
}

/** Throws if a state has another status than the document says. */
function assertStatusNames(): void {
  const facts = { now, isStored: true, isSending: false };
  const wrong = (['waiting', 'unconfirmed', 'refused'] as const).filter(
    (state) => pendingStatus({ ...createEntry(state, false), reason: 'other' }, facts) !== state,
  );
  if (wrong.length > 0) throw new Error(`The status of ${wrong.join(', ')} has another name.`);
}

/** Returns a document with the present tables in their place. */
export function insertStatesTable(document: string): string {
  assertStatusNames();
  return replaceSection(
    document,
    'states: npm run docs:applications',
    `${formatTransitions()}\n\n${formatMessages()}`,
  );
}
