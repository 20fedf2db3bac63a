import { describe, expect, it } from 'vitest';
import { translator } from '@/i18n/translate';
import { outboxEntry } from '../items.fixture';
import type { OutboxEntry, SentRecord } from './outbox-entry';
import { tellEntry, tellSent } from './tell-submission';

const t = translator('en');
const at = '2026-11-25T12:00:00.000Z';
const entry = outboxEntry({ contact: 'hello@example.org', text: 'Why me' });

const tell = (more: Partial<OutboxEntry>, context: object = {}) =>
  tellEntry({ ...entry, ...more }, { t, now: Date.parse(at), isStored: true, isSending: false, ...context });

// The usual cases are in the table of docs/applications.md, which a test compares.
describe('what is told of a submission that has not arrived', () => {
  it.each([
    ['unknown reason', { reason: 'x' }, true, /^Not sent: the form didn’t/, 'saved', 'now'],
    ['only in the page', { reason: 'long' }, false, /too long/, 'gone', 'now'],
    ['no address', { reason: 'closed', contact: undefined }, true, /closed/, 'saved', undefined],
    ['no files', { reason: 'files', file: new Blob() }, true, /files/, 'saved', 'without'],
  ] as const)('refused: %s', (_, more, isStored, first, then, button) => {
    const told = tell({ state: 'refused', ...more }, { isStored });
    expect(told.first).toMatch(first);
    expect(told).toMatchObject({ then: t(`told.${then}`), button });
  });

  it('is that it is being sent, and nothing else, while it is', () => {
    expect(tell({}, { isSending: true })).toEqual({ first: expect.stringMatching(/^Being sent/) as string });
  });
});

describe('what is told of one that has arrived', () => {
  const sent: SentRecord = { ...entry.about, id: 'a', state: 'sent', appliedAt: at };
  const copy = { text: 'Why me', payload: {}, endpoint: 'https://f.example', formId: 'abc' };

  it('has its number, and in its form how to correct it', () => {
    expect(tellSent(sent, t).first).toContain('0000-');
    expect(tellSent(sent, t).then).toBeUndefined();
    expect(tellSent({ ...sent, copy }, t, { isChanged: false })).toMatchObject({
      then: t('told.correctable'),
      button: 'correct',
    });
  });

  it('is that the text in the form is another one, or that it was withdrawn', () => {
    expect(tellSent(sent, t, { isChanged: true }).then).toBe(t('told.changed'));
    expect(tellSent({ ...sent, withdrawnAt: at }, t).then).toMatch(/^You withdrew it/);
  });
});
