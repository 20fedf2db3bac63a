import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { outboxEntry } from '../items.fixture';
import { isDraftExpired, sortLatestFirst, readDraft, type Draft } from './draft';
import { followUpId, numberOf, pressEntry, readOutboxEntry, type Submission } from './outbox-entry';

const draft: Draft = {
  id: 'd',
  form: 'apply.wells',
  answers: { name: 'Zoë', motivation: '<b>مرحبا</b>\u200b 🌍' },
  savedAt: '2026-11-25T12:00:00.000Z',
  revision: 3,
  title: 'Wells',
  lang: 'en',
  path: '/en/wells/',
};

const submission: Submission = {
  id: 'a',
  about: { ...outboxEntry().about, replyBy: '2026-12-05T12:00:00.000Z', followsUp: 'z' },
  closesAt: 1_800_000_000_000,
  endpoint: 'https://f.example',
  formId: 'abc',
  payload: { name: 'Zoë', submission_id: 'a' },
  draft: { id: 'd', revision: 3 },
};

const entry = outboxEntry({ ...submission, reason: 'timeout', attempts: 2 });

describe('what is read from the database', () => {
  it('comes back as it was written', () => {
    expect(readDraft(structuredClone(draft))).toEqual(draft);
    expect(readOutboxEntry(structuredClone(entry))).toEqual(entry);
  });

  it('has the file that goes with it, and nothing else in its place', async () => {
    const file = new Blob(['%PDF'], { type: 'application/pdf' });
    const back = readOutboxEntry(structuredClone({ ...entry, file }));
    expect(await back?.file?.text()).toBe('%PDF');
    expect(readOutboxEntry({ ...entry, file: 'a.pdf' })).toEqual(entry);
  });

  it('isn’t believed where a part of it makes no sense', () => {
    for (const [name, value] of [
      ['id', '../x'],
      ['state', 'gone'],
      ['pressedAt', 'yesterday'],
      ['attempts', -1],
      ['about', { ...entry.about, path: 'javascript:alert(1)' }],
      ['payload', { name: 1 }],
    ] as const)
      expect(readOutboxEntry({ ...entry, [name]: value }), name).toBeUndefined();
    expect(readDraft({ ...draft, answers: [] })).toBeUndefined();
    expect(readDraft({ ...draft, answers: { name: 'a', other: 2 } })).toBeUndefined();
  });

  it('breaks nothing, whatever it is', () => {
    fc.assert(
      fc.property(fc.anything(), (value) => {
        expect(() => [readOutboxEntry(value), readDraft(value)]).not.toThrow();
      }),
    );
  });
});

describe('a draft', () => {
  it('stays for 30 days, and whatever the clock says before', () => {
    const day = 86_400_000;
    const saved = Date.parse(draft.savedAt);
    expect(isDraftExpired(draft, saved + 30 * day)).toBe(false);
    expect(isDraftExpired(draft, saved + 30 * day + 1)).toBe(true);
    expect(isDraftExpired(draft, saved - 400 * day)).toBe(false);
  });

  it('is met with the latest first', () => {
    const older = { ...draft, id: 'o', savedAt: '2026-11-24T12:00:00.000Z' };
    expect(sortLatestFirst([older, draft]).map(({ id }) => id)).toEqual(['d', 'o']);
  });
});

describe('a press on Send', () => {
  const now = Date.parse('2026-11-26T12:00:00.000Z');

  it('makes the same entry wait again, due at once, and forgets no attempt', () => {
    expect(pressEntry({ ...entry, mayHaveArrived: true }, submission, now)).toEqual({
      ...submission,
      state: 'waiting',
      pressedAt: '2026-11-26T12:00:00.000Z',
      attempts: 2,
      mayHaveArrived: true,
    });
  });

  it('replaces a correction that waits by the withdrawal, which nothing replaces', () => {
    const id = followUpId('a');
    expect(numberOf(id)).toBe('a');
    const correction = pressEntry(undefined, { ...submission, id, kind: 'correction' }, now);
    const withdrawal = pressEntry(correction, { ...submission, id, kind: 'withdrawal' }, now);
    expect(withdrawal.kind).toBe('withdrawal');
    expect(pressEntry(withdrawal, { ...submission, id, kind: 'withdrawal' }, now + 1)).toBe(withdrawal);
    expect(pressEntry(withdrawal, { ...submission, id, kind: 'correction' }, now + 1)).toBe(withdrawal);
  });
});
