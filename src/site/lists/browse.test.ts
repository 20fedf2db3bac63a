import { expect, it } from 'vitest';
import { locales, type Locale } from '@/i18n/locales';
import { translator } from '@/i18n/translate';
import { organizationKinds } from '@/model/vocabularies/kinds';
import { valueTitle } from './browse';

const titleOf = (locale: Locale, facet: 'status' | 'kind' | 'lang', value: string) =>
  valueTitle(translator(locale), facet, value);

it.each([
  ['en', 'status', 'open', 'Open opportunities'],
  ['fr', 'status', 'closed', 'Missions clôturées'],
  ['es', 'status', 'filled', 'Oportunidades cubiertas'],
  ['en', 'kind', 'civil', 'Civil society organizations: open opportunities'],
  // That a language is useful is all that can be claimed: of some in the list it is a plus.
  ['en', 'lang', 'fr', 'Opportunities where French is useful'],
  ['fr', 'lang', 'en', 'Missions où l’anglais est utile'],
  ['fr', 'lang', 'ha', 'Missions où le haoussa est utile'],
  ['es', 'lang', 'ar', 'Oportunidades en las que el árabe es útil'],
] as const)('names in %s the list of the %s %s in a phrase', (locale, facet, value, title) => {
  expect(titleOf(locale, facet, value)).toBe(title);
});

it.each(locales)('has a phrase for every status and kind of organization (%s)', (locale) => {
  for (const value of ['open', 'paused', 'filled', 'closed'])
    expect(titleOf(locale, 'status', value)).toContain(' ');
  for (const kind of organizationKinds) expect(titleOf(locale, 'kind', kind)).not.toContain('browse.');
});
