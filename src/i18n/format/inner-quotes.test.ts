import { expect, it } from 'vitest';
import { asInnerQuotes } from './inner-quotes';

it.each([
  ['Il a répondu : «\u202FOù ?\u202F» J’enrageais.', 'Il a répondu : “Où ?” J’enrageais.'],
  ['Contestó con un «¿dónde?».', 'Contestó con un “¿dónde?”.'],
  ['He answered with ‘where?’', 'He answered with ‘where?’'],
])('turns the quotation marks inside a quote into others: %s', (text, expected) => {
  expect(asInnerQuotes(text)).toBe(expected);
});
