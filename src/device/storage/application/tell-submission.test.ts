import { describe, expect, it } from 'vitest';
import { translator } from '@/i18n/translate';
import type { OutboxEntry, SentRecord } from './outbox-entry';
import { tellEntry, tellSent } from './tell-submission';

const t = translator('en');
const now = Date.parse('2026-11-25T12:00:00.000Z');
const at = new Date(now).toISOString();
const about = { opportunity: 'wells', title: 'Wells', organization: 'R', lang: 'en', path: '/en/wells/' };

const entry: OutboxEntry = {
  id: 'a',
  state: 'waiting',
  pressedAt: at,
  triedAt: at,
  attempts: 1,
  mayHaveArrived: true,
  about,
  endpoint: 'https://f.example',
  formId: 'abc',
  contact: 'hello@example.org',
  payload: {},
  text: 'Why me',
};
const refused = { state: 'refused', mayHaveArrived: undefined } as const;

const tell = (more: Partial<OutboxEntry>, context: object = {}) =>
  tellEntry({ ...entry, ...more }, { t, now, isStored: true, isSending: false, ...context });

describe('what is told of a submission that has not arrived', () => {
  it.each([
    ['never tried', { attempts: 0, triedAt: undefined }, {}, /^Waiting to be sent/, 'automatic', 'now'],
    ['offline', { reason: 'offline' }, {}, /^Waiting to be sent/, 'automatic', 'now'],
    ['cut off', {}, {}, /^We can’t yet confirm/, 'automatic', 'now'],
    ['no answer', { reason: 'timeout' }, {}, /^The form didn’t answer/, 'automatic', 'now'],
    ['over the limit', { reason: 'limit' }, {}, /^Not sent yet/, 'automatic', 'now'],
    ['only in the page', { reason: 'server' }, { isStored: false }, /^The form service/, 'unsaved', 'now'],
    [
      'tried for too long',
      { reason: 'network' },
      { now: now + 40 * 86_400_000 },
      /^We couldn/,
      'ended',
      'now',
    ],
    ['refused', { ...refused, reason: 'other' }, {}, /^Not sent: the form didn’t/, 'saved', 'now'],
    [
      'refused, unknown reason',
      { ...refused, reason: 'x' },
      {},
      /^Not sent: the form didn’t/,
      'saved',
      'now',
    ],
    ['refused, in the page', { ...refused, reason: 'long' }, { isStored: false }, /too long/, 'gone', 'now'],
    [
      'refused after a lost answer',
      { state: 'refused', reason: 'inactive' },
      {},
      /^Not sent/,
      'doubtful',
      'now',
    ],
    ['closed', { ...refused, reason: 'closed' }, {}, /filled or closed/, 'saved', 'mail'],
    [
      'closed, no address',
      { ...refused, reason: 'closed', contact: undefined },
      {},
      /closed/,
      'saved',
      undefined,
    ],
    ['no files', { ...refused, reason: 'files', file: new Blob() }, {}, /files/, 'saved', 'without'],
  ] as const)('%s', (_, more, context, first, then, button) => {
    const told = tell(more, context);
    expect(told.first).toMatch(first);
    expect(told).toMatchObject({ then: t(`told.${then}`), button });
  });

  it('is that it is being sent, and nothing else, while it is', () => {
    expect(tell({}, { isSending: true })).toEqual({ first: expect.stringMatching(/^Being sent/) as string });
  });
});

describe('what is told of one that has arrived', () => {
  const sent: SentRecord = { ...about, id: 'a', state: 'sent', appliedAt: at };
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
