/**
 * An abstract model of the outbox, for random sessions. For each number it knows which states its record may have, what
 * the visitor was shown, and what has arrived. It knows the events, and nothing of how the modules bring them about.
 */
import {
  readOutboxEntry,
  readSentRecord,
  unsentStates,
  type OutboxEntry,
  type SentRecord,
} from '@/device/storage/application/outbox-entry';
import { lastAttemptAt } from './retries';
import type { OutboxChange } from './sessions.fixture';
import {
  nextRecord,
  applyCorrection,
  type OutboxEvent,
  type PendingStatus,
  type Submission,
} from './entry-states';

type Answer = Extract<OutboxEvent, { type: 'answer' }>;

const triggers = ['person', 'clock'] as const;

const outcomes: readonly Answer['outcome'][] = [
  { kind: 'sent' },
  { kind: 'invalid', problems: [] },
  ...(['inactive', 'limit', 'long', 'files', 'other'] as const).flatMap((reason) =>
    [undefined, 1].map((retryAfter) => ({ kind: 'refused' as const, reason, retryAfter })),
  ),
  ...(['network', 'timeout', 'server', 'answer'] as const).flatMap((reason) =>
    [undefined, 1].map((retryAfter) => ({ kind: 'unconfirmed' as const, reason, retryAfter })),
  ),
];

const answers: readonly OutboxEvent[] = outcomes.flatMap((outcome) =>
  triggers.flatMap((trigger) =>
    [true, false].map((isOnline) => ({ type: 'answer' as const, outcome, trigger, isOnline })),
  ),
);

const attempts: readonly OutboxEvent[] = triggers.map((trigger) => ({ type: 'attempt', trigger }));

const ends: readonly OutboxEvent[] = [
  ...answers,
  ...triggers.map((trigger) => ({ type: 'closed' as const, trigger })),
  { type: 'delete' },
];

type Known = OutboxEntry | SentRecord | undefined;

const read = (value: unknown): Known => readSentRecord(value) ?? readOutboxEntry(value);

/** The parts of two records that must be equal: not the instants, but their presence. */
function shapeOf(record: Known): string {
  if (record === undefined) return 'nothing';
  const { id, state, kind, isNews = false } = record;
  if (state === 'sent') return JSON.stringify([id, state, kind, isNews, record.correction]);
  const { attempts: tried, automatic = 0, mayHaveArrived = false, reason, payload, retryAt } = record;
  const { endpoint, formId, corrects, withdraws, file, draft } = record;
  return JSON.stringify([
    [id, state, kind, isNews, tried, automatic, mayHaveArrived, reason, retryAt !== undefined],
    [payload, endpoint, formId, corrects, withdraws, file === undefined, draft],
  ]);
}

/** The submission that the form made for this entry. */
function submissionOf(entry: OutboxEntry): Submission {
  const { id, kind, about, corrects, withdraws, closesAt, endpoint, formId, payload, text, file, draft } =
    entry;
  return { id, kind, about, corrects, withdraws, closesAt, endpoint, formId, payload, text, file, draft };
}

/**
 * True if `nextRecord` turns one record into the other, by one event, or by an attempt whose start couldn't be
 * stored.
 */
function isByEvent(before: OutboxEntry | undefined, after: Known): boolean {
  const shape = shapeOf(after);
  const press = after && after.state !== 'sent' ? { submission: submissionOf(after) } : undefined;
  const presses = press ? [0, 1].map((pause) => ({ type: 'press' as const, ...press, pause })) : [];
  const becomes = (entry: OutboxEntry | undefined, events: readonly OutboxEvent[]) =>
    events.some((event) => shapeOf(nextRecord(entry, event, 0)) === shape);
  if (becomes(before, [...presses, ...attempts, ...ends])) return true;
  return attempts.some((event) => {
    const trying = nextRecord(before, event, 0);
    return trying !== undefined && trying.state !== 'sent' && becomes(trying, answers);
  });
}

const withoutNews = (record: Known): Known => record && { ...record, isNews: undefined };

/** True if a record is no longer needed: a correction is in the log of what it corrects. */
function isDone(record: OutboxEntry | SentRecord, now: number): boolean {
  if (record.state === 'sent') return record.kind !== undefined;
  return (
    (record.state === 'withdrawn' && now >= lastAttemptAt(record)) ||
    (record.corrects !== undefined && ['sending', 'withdrawn'].includes(record.state))
  );
}

/** Why the outbox may not make a change in the store; undefined if it may. */
function changeFault(before: Known, after: Known): string | undefined {
  const shape = shapeOf(after);
  if (shape === shapeOf(before) || shape === shapeOf(withoutNews(before))) return undefined;
  const fault = `${shapeOf(before)} became ${shape}`;
  if (before?.state === 'sent') {
    // Corrected: all other fields stay.
    const isCorrected = after?.state === 'sent' && shapeOf(applyCorrection(before, after)) === shape;
    return isCorrected && after.appliedAt === before.appliedAt ? undefined : fault;
  }
  if (before?.state === 'withdrawn' && after?.state === 'sent' && after.copy === undefined) return undefined;
  // A press that had read it just before another tab deleted it: its knowledge of earlier attempts stays.
  const isLate =
    before?.state === 'withdrawn' &&
    after?.state === 'waiting' &&
    after.attempts === before.attempts &&
    after.mayHaveArrived === before.mayHaveArrived;
  return isLate || isByEvent(before, after) ? undefined : fault;
}

/** The states in which each status may be shown. */
const statusStates: Readonly<Record<PendingStatus, readonly string[]>> = {
  waiting: ['waiting'],
  sending: ['waiting', 'sending'],
  unconfirmed: ['sending', 'unconfirmed'],
  limit: ['refused'],
  doubtful: ['refused'],
  refused: ['refused'],
  late: ['refused'],
  unstored: unsentStates,
  ended: ['waiting', 'sending', 'unconfirmed', 'refused'],
};

type State = OutboxEntry['state'] | 'sent' | 'gone';

/** The history of one record. */
interface Knowledge {
  /** The states that it has had in the store, in order. */
  readonly states: State[];
  /** The number under which it is sent. */
  number: string;
  readonly shown: Set<'stored' | 'sent' | 'refused'>;
}

export class OutboxModel {
  readonly faults: string[] = [];
  private readonly known = new Map<string, Knowledge>();

  private of(id: string): Knowledge {
    const known = this.known.get(id) ?? { states: ['gone'], number: id, shown: new Set() };
    this.known.set(id, known);
    return known;
  }

  /**
   * Notes a change in the store. `mayMove`: records also move between the store and the page, as on a device that has
   * no room.
   */
  change(change: OutboxChange, now: number, mayMove: boolean): void {
    const [before, after] = [read(change.before), read(change.after)];
    const { states } = this.of(change.id);
    states.push(after?.state ?? 'gone');
    if (mayMove && (before === undefined || after === undefined)) return;
    if (before && after === undefined && isDone(before, now)) return;
    // Its number was about to be removed as too old when its answer came.
    if (states.slice(-3).join() === 'withdrawn,sent,gone') return;
    const fault = changeFault(before, after);
    if (fault !== undefined) this.faults.push(fault);
  }

  /** Marks an instant, for `checkShown`. */
  mark(): ReadonlyMap<string, number> {
    return new Map([...this.known].map(([id, { states }]) => [id, states.length]));
  }

  /** The states that a record may have had since a mark. */
  private since(mark: ReadonlyMap<string, number>, id: string): readonly State[] {
    return this.of(id).states.slice(Math.max(0, (mark.get(id) ?? 1) - 1));
  }

  /** Checks what a page shows of a stored entry, read since a mark. `isIn`: it had arrived before. */
  checkShown(
    mark: ReadonlyMap<string, number>,
    entry: OutboxEntry,
    status: PendingStatus,
    isIn: boolean,
  ): void {
    const { id, state, corrects, mayHaveArrived } = entry;
    const states = this.since(mark, id);
    const knowledge = this.of(id);
    knowledge.number = corrects ?? id;
    knowledge.shown.add('stored');
    if (status === 'refused' || status === 'late') knowledge.shown.add('refused');
    if (!states.includes(state))
      this.faults.push(`${id} was told to be ${state}, and was ${states.join(', ')}`);
    if (!statusStates[status].includes(state))
      this.faults.push(`${id} is ${state}, and was told to be ${status}`);
    if (isIn && !mayHaveArrived && ['waiting', 'refused', 'late'].includes(status))
      this.faults.push(`${id} was told to be ${status}, and had arrived`);
    if (knowledge.shown.has('sent')) this.faults.push(`${id} was told to be sent, and then to be ${status}`);
  }

  /** Checks that a record which is shown as sent has arrived. */
  checkShownAsSent(mark: ReadonlyMap<string, number>, id: string, isIn: boolean): void {
    const states = this.since(mark, id);
    this.of(id).shown.add('sent');
    if (!states.includes('sent')) this.faults.push(`${id} was told to be sent, and was ${states.join(', ')}`);
    if (!isIn) this.faults.push(`${id} was told to be sent, and has not arrived`);
  }

  /** The numbers of entries that were shown as stored, of which nothing is left in the store. */
  lost(): readonly string[] {
    return [...this.known.values()].flatMap(({ states, number, shown }) =>
      shown.has('stored') && states.at(-1) === 'gone' ? [number] : [],
    );
  }
}
