import fc from 'fast-check';
import { expect, it } from 'vitest';
import { randomRuns } from '@scripts/test/random-runs';
import type { OutboxEntry, SentRecord } from '@/device/storage/application/outbox-entry';
import { nextRecord, pendingStatus, type OutboxEvent } from './entry-states';

const id = 'n1';
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

/** Of one form: its record keeps its number, and a correction that of what it corrects. */
const eventsOf = (corrects: string | undefined): fc.Arbitrary<OutboxEvent> =>
  fc.oneof(
    fc.record({
      type: fc.constant('press' as const),
      pause: fc.constantFrom(0, 3000),
      submission: fc.constantFrom('one', 'two').map((text) => ({
        id,
        corrects,
        about: { opportunity: 'wells', title: 'Wells', organization: 'R', lang: 'en', path: '/en/' },
        endpoint: 'https://example.org',
        formId: 'f',
        payload: { motivation: text, submission_id: corrects ?? id },
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

/** The states of a record, event by event, until it is sent. */
function stepsOf(events: readonly OutboxEvent[]): readonly Step[] {
  const steps: Step[] = [];
  let entry: OutboxEntry | undefined;
  for (const [index, event] of events.entries()) {
    const after = nextRecord(entry, event, at + index * 1000);
    steps.push([entry, event, after]);
    if (after?.state === 'sent') break;
    entry = after;
  }
  return steps;
}

const everyStep = (rule: (...step: Step) => void) => {
  const sequences = fc
    .constantFrom(undefined, 'n0')
    .chain((corrects) => fc.array(eventsOf(corrects), { maxLength: 30, size: 'max' }));
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
    if (!isEntry(after)) expect(after.id).toBe(before?.corrects ?? id);
    else if (after.state === 'withdrawn') expect(after.id).toBe(id);
    else expect([after.id, after.payload['submission_id']]).toEqual([id, after.corrects ?? id]);
  });
});

it('never counts fewer attempts than there were', () => {
  everyStep((before, _, after) => {
    if (!isEntry(after)) return;
    expect(after.attempts).toBeGreaterThanOrEqual(before?.attempts ?? 0);
    expect(after.automatic ?? 0).toBeLessThanOrEqual(after.attempts);
  });
});

it('leaves what was deleted after it was tried as it is, whatever comes', () => {
  everyStep((before, _, after) => {
    if (before?.state === 'withdrawn') expect(after).toBe(before);
  });
});

it('lets nothing that may have arrived go without a trace, and does not forget that it may have', () => {
  everyStep((before, event, after) => {
    if (before?.state !== 'sending' && before?.mayHaveArrived !== true) return;
    expect(after).toBeDefined();
    // An attempt that ended with an answer has not arrived by that; earlier ones may have.
    const isEnd = event.type === 'answer' || event.type === 'closed' || event.type === 'delete';
    if (isEntry(after) && !(isEnd && before.mayHaveArrived !== true)) expect(after.mayHaveArrived).toBe(true);
  });
});

it('empties what is sent only where it was deleted', () => {
  everyStep((_, __, after) => {
    if (isEntry(after)) expect(after.payload['motivation'] === undefined).toBe(after.state === 'withdrawn');
  });
});

it('makes nothing out of nothing but by a press', () => {
  everyStep((before, event, after) => {
    if (before === undefined && event.type !== 'press') expect(after).toBeUndefined();
    if (event.type === 'press' && isEntry(after) && before?.state !== 'withdrawn')
      expect(after).toMatchObject({ state: 'waiting', payload: event.submission.payload });
  });
});

it('is told as surely not sent only where no attempt may have arrived', () => {
  everyStep((_, __, after) => {
    if (!isEntry(after) || after.mayHaveArrived !== true) return;
    const status = pendingStatus(after, { now: at, isStored: true, isSending: false });
    expect(['refused', 'late']).not.toContain(status);
  });
});
