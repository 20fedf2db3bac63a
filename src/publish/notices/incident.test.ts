import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { randomRuns } from '@scripts/test/random-runs';
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

  it('waits among the last four, however many there were', () => {
    const { waiting } = after(...[1, 3, 5, 7, 9].flatMap((hours) => [failed(hours), published(hours + 1)]));
    expect(waiting.webhook.map(({ began }) => began)).toEqual([at(3), at(5), at(7), at(9)]);
  });

  it('tells when the site was published before', () => {
    expect(after(published(1), failed(5)).incident?.published).toBe(at(1));
  });

  it('waits for no channel that is not configured any more', () => {
    const state = updateNotices(after(failed(1)), checked(2), { ...rules, channels: ['email'] });
    expect(state.waiting.webhook).toEqual([]);
  });
});

const steps = fc.array(
  fc.record({
    kind: fc.constantFrom('published', 'failed', 'checked'),
    hours: fc.integer({ min: 1, max: 40 }),
    /** Whether the mail server can be reached; the webhook always can. */
    reachesMail: fc.boolean(),
  }),
  { maxLength: 60 },
);

it('in any order of outcomes a channel that works hears of each incident, any other at most once, in order', () => {
  const both = { ...rules, channels: ['webhook', 'email'] } as const;
  fc.assert(
    fc.property(steps, (played) => {
      let state: NoticeState = startWatching(at(0));
      let now = 0;
      /** What happened, and what each channel heard: `<beginning of the incident> <began or over>`. */
      const happened: string[] = [];
      const sent = { webhook: [] as string[], email: [] as string[] };
      for (const { kind, hours, reachesMail } of played) {
        now += hours;
        const before = state.incident;
        state = updateNotices(state, { kind, at: at(now), reason: 'It failed.' }, both);
        if (!before && state.incident) happened.push(`${state.incident.began} began`);
        if (before && !state.incident) happened.push(`${before.began} over`);
        for (const channel of both.channels) {
          expect(state.waiting[channel].length).toBeLessThanOrEqual(4);
          if (channel === 'email' && !reachesMail) continue;
          for (const notice of state.waiting[channel])
            sent[channel].push(`${notice.began} ${notice.kind === 'over' ? 'over' : 'began'}`);
          state = { ...state, waiting: { ...state.waiting, [channel]: [] } };
        }
      }
      expect(sent.webhook).toEqual(happened);
      expect(sent.email).toEqual(happened.filter((line) => sent.email.includes(line)));
    }),
    { numRuns: randomRuns(300) },
  );
});
