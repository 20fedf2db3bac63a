import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { draftAfterArrival, isDraftExpired, sortLatestFirst, readDraft, type Draft } from './draft';
import { readOutboxEntry, type OutboxEntry } from './outbox-entry';

const draft: Draft = {
  id: 'd',
  form: 'apply.wells',
  answers: { name: 'Zoë', motivation: '<b>مرحبا</b>\u200b 🌍' },
  savedAt: '2026-11-25T12:00:00.000Z',
  revision: 3,
  submissionId: 'a',
};

const entry: OutboxEntry = {
  id: 'a',
  state: 'unconfirmed',
  reason: 'timeout',
  createdAt: '2026-11-25T12:00:00.000Z',
  triedAt: '2026-11-25T12:01:00.000Z',
  attempts: 2,
  about: {
    opportunity: 'wells',
    title: 'Wells',
    organization: 'R',
    lang: 'en',
    path: '/en/wells/',
    replyBy: '2026-12-05T12:00:00.000Z',
    followsUp: 'z',
  },
  closesAt: 1_800_000_000_000,
  endpoint: 'https://f.example',
  formId: 'abc',
  payload: { name: 'Zoë', submission_id: 'a' },
  draft: { id: 'd', revision: 3 },
};

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
      ['createdAt', 'yesterday'],
      ['attempts', -1],
      ['about', { ...entry.about, path: 'javascript:alert(1)' }],
      ['payload', { name: 1 }],
    ] as const)
      expect(readOutboxEntry({ ...entry, [name]: value }), name).toBeUndefined();
    expect(readDraft({ ...draft, answers: [] })).toBeUndefined();
    expect(readDraft({ ...draft, answers: { name: 'a', other: 2 } })?.answers).toEqual({ name: 'a' });
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

  it('goes with the state of it that has arrived, and stays where more was written since', () => {
    expect(draftAfterArrival(draft, 3)).toBeUndefined();
    expect(draftAfterArrival(draft, 2)).toEqual({ ...draft, submissionId: undefined });
  });

  it('is met with the latest first', () => {
    const older = { ...draft, id: 'o', savedAt: '2026-11-24T12:00:00.000Z' };
    expect(sortLatestFirst([older, draft]).map(({ id }) => id)).toEqual(['d', 'o']);
  });
});
