import fc from 'fast-check';
import { expect, it } from 'vitest';
import { randomRuns } from '@scripts/test/random-runs';
import {
  isDeleted,
  numberOf,
  type OutboxEntry,
  type SentRecord,
} from '@/device/storage/application/outbox-entry';
import { tellEntry } from '@/device/storage/application/tell-submission';
import { translator } from '@/i18n/translate';
import { nextRecord, type OutboxEvent } from './entry-states';

const at = Date.parse('2026-11-25T12:00:00.000Z');

const trigger = fc.constantFrom('person' as const, 'clock' as const);
const retryAfter = fc.constantFrom(undefined, 0, 120_000);
const outcome = fc.oneof(
  fc.constant({ kind: 'sent' as const }),
  fc.constant({ kind: 'invalid' as const, problems: [] }),
  fc.record({
    kind: fc.constant('refused' as const),
    reason: fc.constantFrom('inactive', 'limit', 'long', 'files', 'other'),
    retryAfter,
  }),
  fc.record({
    kind: fc.constant('unconfirmed' as const),
    reason: fc.constantFrom('network', 'timeout', 'server', 'answer'),
    retryAfter,
  }),
);

/** An event without what an answer belongs to: that is the last attempt. */
type EventSketch = OutboxEvent extends infer Event
  ? Event extends { type: 'answer' }
    ? Omit<Event, 'tried' | 'mayHaveArrived'>
    : Event
  : never;

/** Of one form: its record keeps its number, as does what corrects it. */
const eventsOf = (id: string, kind: 'correction' | undefined): fc.Arbitrary<EventSketch> =>
  fc.oneof(
    fc.record({
      type: fc.constant('press' as const),
      pause: fc.constantFrom(0, 3000),
      submission: fc.constantFrom('one', 'two').map((text) => ({
        id,
        kind,
        about: { opportunity: 'wells', title: 'Wells', organization: 'R', lang: 'en', path: '/en/' },
        endpoint: 'https://example.org',
        formId: 'f',
        payload: { motivation: text, submission_id: numberOf(id) },
        text,
      })),
    }),
    fc.record({
      type: fc.constant('attempt' as const),
      trigger,
      form: fc.constantFrom(undefined, { endpoint: 'https://example.com', formId: 'g' }),
    }),
    fc.record({ type: fc.constant('answer' as const), trigger, outcome, isOnline: fc.boolean() }),
    fc.record({ type: fc.constant('closed' as const), trigger }),
    fc.constant({ type: 'delete' as const }),
  );

type Step = readonly [
  before: OutboxEntry | undefined,
  event: OutboxEvent,
  after: OutboxEntry | SentRecord | undefined,
];

/** The states of a record, event by event, until it is sent. Answers come to attempts only. */
function stepsOf(events: readonly EventSketch[]): readonly Step[] {
  const steps: Step[] = [];
  let entry: OutboxEntry | undefined;
  let attempt: { readonly tried: OutboxEntry; readonly mayHaveArrived: boolean } | undefined;
  for (const [index, sketch] of events.entries()) {
    if (sketch.type === 'answer' && !attempt) continue;
    const event = sketch.type === 'answer' && attempt ? { ...sketch, ...attempt } : (sketch as OutboxEvent);
    const after = nextRecord(entry, event, at + index * 1000);
    steps.push([entry, event, after]);
    if (after?.state === 'sent') break;
    if (event.type === 'answer') attempt = undefined;
    if (event.type === 'attempt' && after)
      attempt = { tried: after, mayHaveArrived: entry?.mayHaveArrived === true };
    entry = after;
  }
  return steps;
}

const everyStep = (rule: (...step: Step) => void) => {
  const sequences = fc
    .constantFrom(['n1', undefined] as const, ['n1.next', 'correction'] as const)
    .chain(([id, kind]) => fc.array(eventsOf(id, kind), { maxLength: 30, size: 'max' }));
  fc.assert(
    fc.property(sequences, (events) => {
      for (const step of stepsOf(events)) rule(...step);
    }),
    { numRuns: randomRuns(500), seed: 20_261_125 },
  );
};

const isEntry = (record: OutboxEntry | SentRecord | undefined): record is OutboxEntry =>
  record !== undefined && record.state !== 'sent';

it('never gives a record a second number', () => {
  everyStep((before, _, after) => {
    if (!after) return;
    if (before) expect(numberOf(after.id)).toBe(numberOf(before.id));
    if (isEntry(after) && !isDeleted(after)) expect(after.payload['submission_id']).toBe(numberOf(after.id));
  });
});

it('never counts fewer attempts than there were', () => {
  everyStep((before, _, after) => {
    if (!isEntry(after)) return;
    expect(after.attempts).toBeGreaterThanOrEqual(before?.attempts ?? 0);
    expect(after.automatic ?? 0).toBeLessThanOrEqual(after.attempts);
  });
});

it('leaves what was deleted after it was tried as it is, until Send is pressed again or it has arrived', () => {
  everyStep((before, event, after) => {
    if (before === undefined || !isDeleted(before) || event.type === 'press') return;
    if (after?.state === 'sent') expect(after.copy).toBeUndefined();
    else expect(after).toMatchObject({ reason: 'deleted', payload: {} });
  });
});

it('lets nothing that may have arrived go without a trace, and does not forget that it may have', () => {
  everyStep((before, event, after) => {
    if (before?.mayHaveArrived !== true) return;
    expect(after).toBeDefined();
    // An attempt that ended with a refusal has not arrived by that; earlier ones may have.
    const isEnd = event.type === 'answer' && !event.mayHaveArrived;
    if (isEntry(after) && !isEnd) expect(after.mayHaveArrived).toBe(true);
  });
});

it('sends on what was written while an earlier text was sent', () => {
  everyStep((before, event, after) => {
    if (event.type !== 'answer' || before === undefined || isDeleted(before)) return;
    if (before.pressedAt !== event.tried.pressedAt) expect(after).toEqual(before);
  });
});

it('empties what is sent only where it was deleted', () => {
  everyStep((_, __, after) => {
    if (isEntry(after)) expect(after.payload['motivation'] === undefined).toBe(isDeleted(after));
  });
});

it('makes nothing out of nothing but by a press', () => {
  everyStep((before, event, after) => {
    if (before === undefined && event.type !== 'press') expect(after).toBeUndefined();
    if (event.type === 'press' && isEntry(after))
      expect(after).toMatchObject({ state: 'waiting', payload: event.submission.payload });
  });
});

it('is told as surely not sent only where no attempt may have arrived', () => {
  const t = translator('en');
  everyStep((_, __, after) => {
    if (!isEntry(after) || after.mayHaveArrived !== true || isDeleted(after)) return;
    const { then } = tellEntry(after, { t, now: at, isStored: true, isSending: false });
    expect(then).not.toBe(t('told.saved'));
  });
});
