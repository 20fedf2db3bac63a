import { expect, it } from 'vitest';
import { asInnerQuotes } from './inner-quotes';

it.each([
  ['fr', 'Il a répondu : «\u202FOù ?\u202F» J’enrageais.', 'Il a répondu : “Où ?” J’enrageais.'],
  ['es', 'Contestó con un «¿dónde?» y calló', 'Contestó con un “¿dónde?” y calló'],
  ['en', 'He answered with “Where?”', 'He answered with ‘Where?’'],
])('turns the quotation marks inside a quote into others: %s %s', (locale, text, expected) => {
  expect(asInnerQuotes(locale, text)).toBe(expected);
});

it('leaves the full stop before a Spanish closing mark to the sentence, and no other sign', () => {
  expect(asInnerQuotes('es', 'Era un uno.')).toBe('Era un uno');
  expect(asInnerQuotes('es', '¿Era un uno?')).toBe('¿Era un uno?');
  expect(asInnerQuotes('en', 'It was a one.')).toBe('It was a one.');
});
