import { describe, expect, it } from 'vitest';
import { addReplyReport } from './reply-status';
import { appliedItem } from '../storage/items.fixture';
import { pressEntry, readOutboxEntry } from '../storage/application/outbox-entry';
import { createReply, type ReplyReportTarget } from './reply';

const place: ReplyReportTarget = {
  endpoint: 'https://forms.example',
  formId: 'desk',
  thanksPath: '/en/received/',
  logPath: '/en/saved/',
  locale: 'en',
  subjects: { yes: 'Answered: {organization} – {title}', no: 'Not yet: {organization} – {title}' },
};
const now = Date.parse('2026-12-24T23:00:00Z');

describe('what is sent of an answer that came, or didn’t', () => {
  const item = appliedItem({ replyBy: '2026-12-05T12:00:00.000Z' });
  const { told } = addReplyReport(item, 'no', now, () => 'number-1');
  if (!told) throw new Error('Nothing is told.');

  it('has what a rate is counted from, under a number of its own, and not whose application it was', () => {
    expect(JSON.stringify(createReply(item, told, place))).not.toContain(item.id);
    expect(createReply(item, told, place).payload).toMatchObject({
      purpose: 'reply',
      answered: 'no',
      opportunity: 'wells',
      applied_on: '2026-11-25',
      promised_by: '2026-12-05',
      said_on: '2026-12-24',
      _subject: 'Not yet: Sahel Wells Network – Translate a well handbook',
      submission_id: 'number-1',
    });
  });

  it('is an entry that the outbox knows again', () => {
    const entry = pressEntry(undefined, createReply(item, told, place), Date.parse(told.at));
    expect(readOutboxEntry(JSON.parse(JSON.stringify(entry)))).toEqual(entry);
  });

  it('fills a title in as it is, whatever stands in it', () => {
    const odd = appliedItem({ title: '{organization} $& {title}' });
    expect(createReply(odd, told, place).payload['_subject']).toBe(
      'Not yet: Sahel Wells Network – {organization} $& {title}',
    );
  });
});
