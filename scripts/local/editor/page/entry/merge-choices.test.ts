import { expect, it } from 'vitest';
import { compareVersions } from '../../entry/merge';
import { applyChoices } from './merge-choices';

it('takes what changed in the file only, and the chosen side of what changed in both', () => {
  const base = { en: { title: 'A', quote: 'Q' }, firstName: 'N', country: 'NE' };
  const file = { en: { title: 'B', quote: 'R' }, firstName: 'M', country: 'NE' };
  const form = { en: { title: 'C', quote: 'Q' }, firstName: 'L', country: 'SN' };
  // As it comes from the server.
  const merge = JSON.parse(JSON.stringify(compareVersions('story', { base, file, form }))) as never;
  const choices = new Map([
    ['en.title', 'file'],
    ['firstName', 'form'],
  ] as const);
  expect(applyChoices(form, merge, choices)).toEqual({
    en: { title: 'B', quote: 'R' },
    firstName: 'L',
    country: 'SN',
  });
});
