import { expect, it } from 'vitest';
import { locales } from '@/i18n/locales';
import { translator } from '@/i18n/translate';
import { organizationKinds } from '@/model/vocabularies/kinds';
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

const valueTitle = (locale: (typeof locales)[number], facet: 'kind' | 'lang', value: string) =>
  describeList(translator(locale), empty, { kind: 'value', facet, value }).title;

it('names the lists of a kind of organizations in the plural', () => {
  expect(valueTitle('en', 'kind', 'civil')).toBe('Civil society organizations: open opportunities');
  for (const locale of locales)
    for (const kind of organizationKinds) expect(valueTitle(locale, 'kind', kind)).not.toContain('browse.');
});

it('only claims that the language of a list is useful: in some of it the language is a plus', () => {
  expect(valueTitle('en', 'lang', 'fr')).toBe('Opportunities where French is useful');
  expect(valueTitle('fr', 'lang', 'en')).toBe('Missions où l’anglais est utile');
  expect(valueTitle('fr', 'lang', 'ha')).toBe('Missions où le haoussa est utile');
  expect(valueTitle('es', 'lang', 'ar')).toBe('Oportunidades en las que el árabe es útil');
});
