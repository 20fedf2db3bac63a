import { expect, it } from 'vitest';
import { formatRefusal } from './format-refusal';
import { ManagementError } from './management';

const unsaid = { min: undefined, max: undefined, type: undefined, target: undefined };

it.each([
  [
    { name: 'type', type: 'Number', path: ['fields', 'hoursMin', 'en'] },
    /^ {4}Hours a week: at least doesn’t fit/,
  ],
  [{ name: 'unknown', path: ['fields', 'quiet', 'en'] }, /^ {4}quiet \(en\) has no place in the space/],
  [{ name: 'size', min: 2, path: ['fields', 'title', 'fr'] }, /^ {4}Title \(fr\) is too short: at least 2/],
  [
    { name: 'in', path: ['fields', 'countries', 'en', 0] },
    /^ {4}Countries that benefit, 1 is none of the values that the space allows\. /,
  ],
  [{ name: 'range', max: 9, path: ['fields', 'places', 'en'] }, /^ {4}Places is too large: at most 9/],
])('says what is wrong with a refused value: %j', (fault, expected) => {
  const error = new ManagementError('It was refused.', '', 422, [{ ...unsaid, ...fault }]);
  expect(formatRefusal(error, 'opportunity')).toEqual(['It was refused.', expect.stringMatching(expected)]);
});
