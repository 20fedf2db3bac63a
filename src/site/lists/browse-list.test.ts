import { expect, it } from 'vitest';
import { locales } from '@/i18n/locales';
import { translator } from '@/i18n/translate';
import { describeList } from './browse-list';

const empty = { open: [], facets: [], taskLanguages: [] };

it('names the lists of a status in a phrase of their own', () => {
  const titleOf = (locale: (typeof locales)[number], value: string) =>
    describeList(translator(locale), empty, { kind: 'value', facet: 'status', value }).title;
  expect(titleOf('en', 'open')).toBe('Open opportunities');
  expect(titleOf('fr', 'closed')).toBe('Missions clôturées');
  expect(titleOf('es', 'filled')).toBe('Oportunidades cubiertas');
  for (const locale of locales)
    for (const value of ['open', 'paused', 'filled', 'closed']) expect(titleOf(locale, value)).toContain(' ');
});
