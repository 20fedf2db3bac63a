/** The indexed document of an opportunity (build side, pure), for the terms and for the dictionary. */
import { label, languageName, regionName } from '@/i18n/names';
import type { Translate } from '@/i18n/translate';
import { contentTypes } from '@/model/types/types';
import { enclosingRegions, countryRegions } from '@/model/vocabularies/countries';
import { organizationLine } from '@/components/opportunity/row-facts';
import { opportunityCard } from '@/site/cards';
import type { SiteOpportunity } from '@/site/site';
import { plainText } from './plain-text';
import { ownWords, searchedFields, wordsOf, type SearchedWords } from './searched-fields';
import type { MetaField } from '../ranking';

/** The texts of an opportunity that are searched. */
export interface SearchDocument {
  readonly content: string;
  readonly meta: Readonly<Partial<Record<MetaField, string>>>;
}

const type = contentTypes.opportunity;
const bodyFields = searchedFields(type).filter(({ isLocalized }) => isLocalized);
const namedFields = searchedFields(type).filter(({ isLocalized }) => !isLocalized);

/** The words of the shared fields: without levels, and with the regions around. */
function sharedWords(t: Translate): SearchedWords<SiteOpportunity> {
  return {
    taskTypes: 'own',
    causes: 'own',
    skills: ({ shared }) => shared.skills.map(({ skill }) => label(t, 'skill', skill)),
    sdgs: ({ shared }) =>
      shared.sdgs.map((id) => `${t('search.sdg', { n: id })} ${t.maybe(`sdg.${id}`) ?? ''}`),
    languages: ({ shared }) => shared.languages.map(({ language }) => languageName(t, language)),
    countries: 'own',
    diasporaOf: 'own',
    regions: ({ shared }) =>
      [...shared.countries.flatMap(countryRegions), ...shared.regions.flatMap(enclosingRegions)].map((code) =>
        regionName(t, code),
      ),
  };
}

/**
 * Creates the document of an opportunity. A document of another type needs a function of its own: the facet columns
 * only have rows for opportunities.
 */
export function opportunityDocument(view: SiteOpportunity, t: Translate): SearchDocument {
  const { texts } = view;
  const body = bodyFields
    .map((field) => plainText(ownWords(type, field, view, t).join('\n\n')))
    .filter((part) => part !== '');
  const organization = organizationLine(opportunityCard(view));
  const { acronym } = view.organization.shared;
  const words = new Set([
    ...wordsOf(type, namedFields, view, t, sharedWords(t)),
    ...(acronym === undefined ? [] : [acronym]),
  ]);
  return {
    content: body.join(' '),
    meta: {
      title: texts.title.value,
      organization,
      summary: texts.summary.value,
      words: [...words].join(', '),
    },
  };
}
