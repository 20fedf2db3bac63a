import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { startWatching, updateNotices, type NoticeState, type OutcomeEvent } from './incident';

const hour = 3_600_000;
const start = Date.parse('2026-11-25T00:00:00Z');
const at = (hours: number) => new Date(start + hours * hour).toISOString();
const rules = { channels: ['webhook'], stalledAfterMs: 26 * hour } as const;

const published = (hours: number): OutcomeEvent => ({ kind: 'published', at: at(hours) });
const checked = (hours: number): OutcomeEvent => ({ kind: 'checked', at: at(hours) });
const failed = (hours: number): OutcomeEvent => ({
  kind: 'failed',
  at: at(hours),
  reason: 'The disk is full.',
});

/** Plays events with a channel that always works, and returns the kinds of what it sends after each. */
function play(events: readonly OutcomeEvent[]): string[] {
  let state = startWatching(at(0));
  return events.map((event) => {
    state = updateNotices(state, event, rules);
    const sent = state.waiting.webhook.map(({ kind }) => kind).join(' ');
    state = { ...state, waiting: { webhook: [], email: [] } };
    return sent;
  });
}

describe('an incident', () => {
  it.each([
    [
      'has one notice when it begins, and one when it is over',
      [published(0), failed(1), failed(2), checked(40), published(41), published(42)],
      ['', 'failed', '', '', 'over', ''],
    ],
    [
      'begins when nothing was published for too long',
      [published(1), checked(27), checked(28), failed(30), published(31)],
      ['', '', 'stalled', '', 'over'],
    ],
    [
      'also begins where nothing was ever published',
      [checked(0), checked(26), checked(27)],
      ['', '', 'stalled'],
    ],
  ])('%s', (_, events, sent) => {
    expect(play(events)).toEqual(sent);
  });

  const after = (...events: readonly OutcomeEvent[]) =>
    events.reduce((state, event) => updateNotices(state, event, rules), startWatching(at(0)));

  it('that could not be told is told with its end', () => {
    expect(after(failed(1), published(3)).waiting.webhook).toEqual([
      { kind: 'over', began: at(1), at: at(3), reason: 'The disk is full.' },
    ]);
  });

  it('tells when the site was published before', () => {
    expect(after(published(1), failed(5)).incident?.published).toBe(at(1));
  });

  it('waits for no channel that is not configured any more', () => {
    const state = updateNotices(after(failed(1)), checked(2), { ...rules, channels: ['email'] });
    expect(state.waiting.webhook).toEqual([]);
  });
});

interface Step {
  readonly event: 'published' | 'failed' | 'checked';
  readonly hours: number;
  /** Whether each channel can be reached. */
  readonly reachable: readonly [boolean, boolean];
}

const steps = fc.array(
  fc.record<Step>({
    event: fc.constantFrom('published', 'failed', 'checked'),
    hours: fc.integer({ min: 1, max: 40 }),
    reachable: fc.tuple(fc.boolean(), fc.boolean()),
  }),
  { maxLength: 60 },
);

describe('in any order of outcomes, with channels that can’t be reached at times', () => {
  const both = { ...rules, channels: ['webhook', 'email'] } as const;

  it('each channel hears of each incident at most once, and at most once of its end, in order', () => {
    fc.assert(
      fc.property(steps, (played) => {
        let state: NoticeState = startWatching(at(0));
        let now = 0;
        const sent = { webhook: [] as string[], email: [] as string[] };
        const ends = new Set<string>();
        for (const { event, hours, reachable } of played) {
          now += hours;
          const before = state.incident;
          state = updateNotices(state, { kind: event, at: at(now), reason: 'It failed.' }, both);
          if (before && !state.incident) ends.add(before.began);
          for (const [index, channel] of both.channels.entries()) {
            expect(state.waiting[channel].length).toBeLessThanOrEqual(4);
            if (!reachable[index]) continue;
            for (const { kind, began } of state.waiting[channel])
              sent[channel].push(`${began} ${kind === 'over' ? 'over' : 'began'}`);
            state = { ...state, waiting: { ...state.waiting, [channel]: [] } };
          }
        }
        for (const channel of both.channels) {
          expect(new Set(sent[channel]).size).toBe(sent[channel].length);
          const incidents = sent[channel].map((line) => line.split(' ')[0] ?? '');
          expect(incidents).toEqual(incidents.toSorted());
          const over = sent[channel].filter((line) => line.endsWith('over'));
          expect(over.every((line) => ends.has(line.split(' ')[0] ?? ''))).toBe(true);
        }
      }),
      { numRuns: 300 },
    );
  });

  it('a channel that works always hears of each', () => {
    fc.assert(
      fc.property(steps, (played) => {
        let state: NoticeState = startWatching(at(0));
        let now = 0;
        let begun = 0;
        let ended = 0;
        const sent: string[] = [];
        for (const { event, hours } of played) {
          now += hours;
          const before = state.incident;
          state = updateNotices(state, { kind: event, at: at(now), reason: 'It failed.' }, rules);
          if (!before && state.incident) begun += 1;
          if (before && !state.incident) ended += 1;
          sent.push(...state.waiting.webhook.map(({ kind }) => kind));
          state = { ...state, waiting: { webhook: [], email: [] } };
        }
        expect(sent.filter((kind) => kind !== 'over').length).toBe(begun);
        expect(sent.filter((kind) => kind === 'over').length).toBe(ended);
      }),
      { numRuns: 300 },
    );
  });
});
