import { expect, test } from 'vitest';
import { shiftDates } from './shift-dates';

const opportunity = (lines: Record<string, string>, closes?: string) =>
  [
    '# A note of the editor',
    'en:',
    '  title: Translate a page   # kept',
    '  task: |',
    '    Posted on 2026-01-01, and it stays so.',
    ...Object.entries(lines).map(
      ([field, value]) => `${field}: ${field === 'status' ? value : `"${value}"`}`,
    ),
    ...(closes === undefined ? [] : ['closes:', `  date: "${closes}"`, '  zone: Africa/Dakar']),
    '',
  ].join('\n');

const files = new Map([
  [
    'opportunities/new.yml',
    opportunity(
      { status: 'open', posted: '2026-11-04', updated: '2026-11-16', confirmedOn: '2026-11-05' },
      '2031-06-30',
    ),
  ],
  [
    'opportunities/older.yml',
    opportunity(
      { status: 'open', posted: '2026-03-01', updated: '2026-03-02', starts: '2031-07-01' },
      '2029-01-31',
    ),
  ],
  [
    'opportunities/ongoing.yml',
    opportunity({ status: 'open', posted: '2026-02-01', updated: '2026-02-02', reviewBy: '2030-01-01' }),
  ],
  [
    'opportunities/filled.yml',
    opportunity({ status: 'filled', posted: '2026-05-01', updated: '2026-09-01' }, '2029-03-31'),
  ],
  [
    'opportunities/closed.yml',
    opportunity(
      { status: 'closed', posted: '2026-01-10', updated: '2026-06-22', starts: '2026-07-06' },
      '2026-06-14',
    ),
  ],
  ['stories/one.yml', 'updated: "2026-11-16"\ndate: "2026-11-10"\n'],
  ['campaigns/one.yml', 'updated: "2026-11-20"\nstarts: "2029-03-22"\nends: "2029-06-14"\n'],
]);

const shifted = shiftDates(files, '2027-01-01');
const dayOf = (name: string, field: string) =>
  new RegExp(`^ *${field}: "(.+)"$`, 'm').exec(shifted.get(name) ?? '')?.[1];

test('the newest is posted today, and the first closes in two days', () => {
  expect(dayOf('opportunities/new.yml', 'posted')).toBe('2027-01-01');
  expect(dayOf('opportunities/new.yml', 'updated')).toBe('2027-01-01');
  expect(dayOf('opportunities/new.yml', 'confirmedOn')).toBe('2027-01-01');
  expect(dayOf('opportunities/older.yml', 'date')).toBe('2027-01-03');
  expect(dayOf('opportunities/older.yml', 'starts')).toBe('2027-01-17');
  expect(dayOf('opportunities/new.yml', 'date')).toBe('2027-01-04');
  expect(dayOf('opportunities/ongoing.yml', 'reviewBy')).toBe('2027-03-02');
});

test('the latest ended just now, posted before that and begun after it', () => {
  expect(dayOf('opportunities/filled.yml', 'updated')).toBe('2026-12-31');
  expect(dayOf('opportunities/closed.yml', 'date')).toBe('2026-12-31');
  expect(dayOf('opportunities/closed.yml', 'posted')).toBe('2026-07-29');
  expect(dayOf('opportunities/closed.yml', 'starts')).toBe('2027-01-22');
  // It was updated a week after it closed, which is still to come.
  expect(dayOf('opportunities/closed.yml', 'updated')).toBe('2027-01-01');
});

test('everything else moves by as many days as the latest update', () => {
  expect(dayOf('campaigns/one.yml', 'updated')).toBe('2027-01-01');
  expect(dayOf('campaigns/one.yml', 'starts')).toBe('2029-05-03');
  expect(dayOf('stories/one.yml', 'date')).toBe('2026-12-22');
});

test('comments, texts and the form of a file stay', () => {
  const before = files.get('opportunities/new.yml') ?? '';
  const after = shifted.get('opportunities/new.yml') ?? '';
  const withoutDays = (text: string) => text.replaceAll(/"\d{4}-\d\d-\d\d"/g, '""');
  expect(withoutDays(after)).toBe(withoutDays(before));
  expect(after).toContain('Posted on 2026-01-01, and it stays so.');
});

test('the same day gives the same dates, and a day later all are a day later', () => {
  expect(shiftDates(files, '2027-01-01')).toEqual(shifted);
  const next = shiftDates(files, '2027-01-02').get('opportunities/older.yml');
  expect(next).toContain('date: "2027-01-04"');
});
