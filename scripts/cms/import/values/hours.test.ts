import { expect, it } from 'vitest';
import { parseHours } from './hours';

it.each([
  ['3-5', 3, 5, false],
  ['4', 4, 4, false],
  ['1,5', 1.5, 1.5, false],
  ['3 à 5 h', 3, 5, false],
  ['5h/semaine', 5, 5, false],
  ['2 hrs', 2, 2, false],
  ['2h–4h par semaine', 2, 4, false],
  ['10 horas semanales', 10, 10, false],
  ['1h30', 1.5, 1.5, false],
  ['up to 5 hrs/week', 1, 5, true],
  ['hasta 3 horas', 1, 3, true],
  ['about 2 hours a week', 2, 2, true],
  ['5+ hours', 5, 5, true],
  ['2 hrs/week for 3 months', 2, 2, true],
])('reads “%s”', (text, min, max, isGuess) => {
  expect(parseHours(text)).toEqual({ min, max, isGuess });
});

it.each([
  ...[
    '10h/mo',
    '6 horas mensuales',
    '5 horas diarias',
    '1 hora quincenal',
    '5 hours every two weeks',
    '2h par quinzaine',
  ],
  ...['1.5 hours/day, 3 days/week', '2 x 3 hours', '1 h y media'],
  ...['half a day', 'variable', '5 days', '3 per month', '2 h then 4 h', '', '10-12 ans'],
])('takes “%s” for no hours', (text) => {
  expect(parseHours(text)).toBeUndefined();
});
