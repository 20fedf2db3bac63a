import { expect, it } from 'vitest';
import { findRepeats } from './repeats';

function received(id: string, fields: Record<string, string>) {
  return { id, receivedAt: '2026-11-25T00:00:00.000Z', form: 'local', fields };
}

/** Returns which submission repeats which, and how that is recognized: `{ b: 'id a' }`. */
function repeats(...submissions: ReturnType<typeof received>[]) {
  return Object.fromEntries([...findRepeats(submissions)].map(([id, { of, by }]) => [id, `${by} ${of.id}`]));
}

const one = { opportunity: 'relire', email: 'a@example.org' };

const withId = (id: string, more = {}) => ({ ...one, submission_id: id, ...more });

it.each([
  [
    'by their number, whatever else changed',
    [withId('1'), withId('1', { email: 'mended@example.org' })],
    { b: 'id a' },
  ],
  ['not where their numbers differ', [withId('1'), withId('2')], {}],
  [
    'by opportunity and e-mail address where there is no number',
    [one, { ...one, email: ' A@Example.org' }, { ...one, opportunity: 'traduire' }, one],
    { b: 'person a', d: 'person a' },
  ],
  ['where the second was sent without a script', [withId('1'), one], { b: 'person a' }],
  ['where the first was sent without a script', [one, withId('1')], { b: 'person a' }],
  ['not where they are no applications', [{ email: 'a@example.org' }, { email: 'a@example.org' }], {}],
])('findRepeats recognizes repeats %s', (_what, submissions, expected) => {
  expect(repeats(...submissions.map((fields, index) => received('abcd'[index] ?? '', fields)))).toEqual(
    expected,
  );
});
