import { expect, it } from 'vitest';
import { parseDuration } from './durations';

it.each([
  ['6 semaines', { kind: 'weeks', weeks: 6, isRounded: false }],
  ['1,5 semaine', { kind: 'weeks', weeks: 1.5, isRounded: false }],
  ['2 mois', { kind: 'weeks', weeks: 8, isRounded: true }],
  ['3 meses', { kind: 'weeks', weeks: 12, isRounded: true }],
  ['10 days', { kind: 'weeks', weeks: 1.5, isRounded: true }],
  ['environ 4 semaines', { kind: 'weeks', weeks: 4, isRounded: false }],
  ['1 an', { kind: 'weeks', weeks: 52, isRounded: true }],
  ['un mes', { kind: 'weeks', weeks: 4, isRounded: true }],
  ['3 semaines renouvelables', { kind: 'weeks', weeks: 3, isRounded: true }],
  ['Ponctuel', { kind: 'one-off' }],
  ['Una sola vez', { kind: 'one-off' }],
  ['en continu', { kind: 'ongoing' }],
  ['Long-term', { kind: 'ongoing' }],
])('%j', (text, duration) => {
  expect(parseDuration(text)).toEqual(duration);
});

it.each(['', '6', 'weeks', '6 projets', 'à discuter'])('%j is no duration', (text) => {
  expect(parseDuration(text)).toBeUndefined();
});
