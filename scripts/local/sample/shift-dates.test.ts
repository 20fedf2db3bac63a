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

test.each([
  // The newest is posted today, and the first closes in two days.
  ['opportunities/new.yml', 'posted', '2027-01-01'],
  ['opportunities/new.yml', 'updated', '2027-01-01'],
  ['opportunities/new.yml', 'confirmedOn', '2027-01-01'],
  ['opportunities/older.yml', 'date', '2027-01-03'],
  ['opportunities/older.yml', 'starts', '2027-01-17'],
  ['opportunities/new.yml', 'date', '2027-01-04'],
  ['opportunities/ongoing.yml', 'reviewBy', '2027-03-02'],
  // The latest ended just now, posted before that and begun after it.
  ['opportunities/filled.yml', 'updated', '2026-12-31'],
  ['opportunities/closed.yml', 'date', '2026-12-31'],
  ['opportunities/closed.yml', 'posted', '2026-07-29'],
  ['opportunities/closed.yml', 'starts', '2027-01-22'],
  // It was updated a week after it closed, which is still to come.
  ['opportunities/closed.yml', 'updated', '2027-01-01'],
  // Everything else moves by as many days as the latest update.
  ['campaigns/one.yml', 'updated', '2027-01-01'],
  ['campaigns/one.yml', 'starts', '2029-05-03'],
  ['stories/one.yml', 'date', '2026-12-22'],
])('%s: %s moves to %s', (name, field, day) => {
  expect(dayOf(name, field)).toBe(day);
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
