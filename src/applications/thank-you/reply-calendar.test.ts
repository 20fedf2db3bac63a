import ICAL from 'ical.js';
import { expect, it } from 'vitest';
import { replyCalendar } from './reply-calendar';

it('is a day of its own that any calendar reads, whatever the title says', () => {
  const title = 'Answer promised: “Sheets; 24, of wells” \\ END:VEVENT\nX';
  const text = replyCalendar({
    item: { id: 'a-1', appliedAt: '2026-11-25T12:00:00.000Z', organization: 'Instituto, S.A.' },
    day: '2026-12-05',
    title,
    url: 'https://site.example/en/o/',
    number: 'Number: a-1',
  });
  expect(text.split('\r\n').every((line) => Buffer.byteLength(line) <= 75)).toBe(true);
  const events = new ICAL.Component(ICAL.parse(text) as unknown[]).getAllSubcomponents('vevent');
  expect(events).toHaveLength(1);
  const event = new ICAL.Event(events[0]);
  expect(event.summary).toBe(title);
  expect(event.startDate.isDate).toBe(true);
  expect(event.startDate.toString()).toBe('2026-12-05');
  expect(event.description).toBe('Instituto, S.A.\nNumber: a-1\nhttps://site.example/en/o/');
});
