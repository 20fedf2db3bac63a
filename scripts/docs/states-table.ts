/** Writes the table of a submission's states, with the result of `nextRecord` for each state and event. Pure. */
import { translator } from '@/i18n/translate';
import { nextRecord, type OutboxEvent } from '@/applications/outbox/entry-states';
import type { OutboxEntry } from '@/device/storage/application/outbox-entry';
import { tellEntry } from '@/device/storage/application/tell-submission';
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

const tried: OutboxEntry = { ...submission, state: 'waiting', pressedAt: at, triedAt: at, attempts: 1 };
const refused: OutboxEntry = { ...tried, state: 'refused', reason: 'inactive' };

type Outcome = Extract<OutboxEvent, { type: 'answer' }>['outcome'];

const answer = (outcome: Outcome): OutboxEvent => ({
  type: 'answer',
  trigger: 'person',
  outcome,
  isOnline: true,
  tried,
  mayHaveArrived: false,
});

/** Events, in their usual order. */
const events: readonly (readonly [title: string, event: OutboxEvent])[] = [
  ['Send is pressed', { type: 'press', submission, pause: 0 }],
  ['the form service has it', answer({ kind: 'sent' })],
  ['no answer, or one that doesn’t tell', answer({ kind: 'unconfirmed', reason: 'timeout' })],
  ['over the limit of the service', answer({ kind: 'refused', reason: 'limit' })],
  ['refused, or a field is wrong', answer({ kind: 'refused', reason: 'inactive' })],
  ['the page has no form any more', { type: 'closed', trigger: 'person' }],
  ['deleted', { type: 'delete' }],
];

/** Formats the state after an event, and that of an entry that may have arrived before, if it differs. */
function formatNextState(entry: OutboxEntry | undefined, event: OutboxEvent): string {
  if (event.type === 'answer' && entry?.state !== 'waiting') return '';
  if (entry === undefined && event.type !== 'press') return '';
  const after = (mayHaveArrived: boolean) => {
    const next = nextRecord(entry && { ...entry, mayHaveArrived }, event, now);
    return next === undefined ? 'nothing is left' : next.state;
  };
  const [surely, maybe] = [after(false), after(true)];
  return surely === maybe ? surely : `${surely}; only the number if it may have arrived`;
}

function formatTransitions(): string {
  const states = [undefined, tried, refused];
  const rows = events.map(([title, event]) => [
    title,
    ...states.map((entry) => formatNextState(entry, event)),
  ]);
  return formatMarkdownTable([['', 'nothing yet', 'waiting', 'refused'], ...rows]);
}

/** What has become of an entry, and where it is. */
const tellings: readonly (readonly [string, Partial<OutboxEntry>, { readonly isStored?: boolean }?])[] = [
  ['never tried, or no connection', { reason: 'offline' }],
  ['the page ended in an attempt', { reason: undefined }],
  ['no answer', { reason: 'timeout' }],
  ['over the limit of the service', { reason: 'limit' }],
  ['only the page has it', { reason: 'server' }, { isStored: false }],
  ['after the last automatic attempt', { reason: 'network', pressedAt: '2026-10-01T12:00:00.000Z' }],
  ['refused', { state: 'refused', reason: 'other' }],
  [
    'refused, after an attempt without an answer',
    { state: 'refused', reason: 'other', mayHaveArrived: true },
  ],
  ['its page has no form any more', { state: 'refused', reason: 'closed', contact: 'hello@example.org' }],
];

function formatTellings(): string {
  const t = translator('en');
  const rows = tellings.map(([what, more, place]) => {
    const context = { t, now, isStored: true, isSending: false, ...place };
    const { first, then = '', button } = tellEntry({ ...tried, ...more }, context);
    return [what, first, then, button === undefined ? '' : t(`told.${button}`)];
  });
  return formatMarkdownTable([['What happened', 'First', 'Then', 'Button'], ...rows]);
}

/** Returns a document with the present tables in their place. */
export const insertStatesTable = (document: string): string =>
  replaceSection(
    document,
    'states: npm run docs -- applications',
    `${formatTransitions()}\n\n${formatTellings()}`,
  );
