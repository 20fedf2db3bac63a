import { expect, it } from 'vitest';
import { isComing, siteTimeZone, zonedDay } from './posting';

const noon = Date.parse('2026-11-28T12:00:00Z');

it('has the calendar day of an instant where the site is', () => {
  expect(zonedDay(noon, 'UTC')).toBe('2026-11-28');
  expect(zonedDay(noon, 'Pacific/Kiritimati')).toBe('2026-11-29');
  expect(zonedDay(Date.parse('2026-11-28T03:00:00Z'), 'America/Lima')).toBe('2026-11-27');
});

it('takes an entry for coming until the day on which it is posted', () => {
  expect(isComing({ posted: '2026-11-29' }, '2026-11-28')).toBe(true);
  expect(isComing({ posted: '2026-11-28' }, '2026-11-28')).toBe(false);
  expect(isComing({ updated: '2030-01-01' }, '2026-11-28')).toBe(false);
});

it('takes the time zone of the settings, and UTC where they have none', () => {
  const settings = (timeZone?: string) => [{ type: 'settings' as const, shared: { timeZone } }];
  expect(siteTimeZone(settings('Africa/Dakar'))).toBe('Africa/Dakar');
  expect([settings('Dakar'), settings(), []].map(siteTimeZone)).toEqual(['UTC', 'UTC', 'UTC']);
});
