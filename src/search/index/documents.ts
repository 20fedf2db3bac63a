/**
 * The indexed document of an opportunity (build side, pure). Pagefind finds words in the text and in the meta fields
 * alike; the fields carry weights (`metaWeights`), and excerpts are cut from the text, so it has only prose.
 */
import { countryName, languageName, regionName } from '@/i18n/names';
import type { Translate } from '@/i18n/translate';
import { enclosingRegions, countryRegions } from '@/model/vocabularies/countries';
import { organizationLine } from '@/components/opportunity/opportunity-facts';
import { opportunityCard } from '@/site/cards';
import type { SiteOpportunity } from '@/site/site';
import { plainText } from './plain-text';
import type { MetaField } from '../query/ranking';
import { spelledWords } from '../words/query-terms';
import { otherSpellings, searchWords, splitElisions } from '../words/spelling';

/** A record for Pagefind's `addCustomRecord`. */
export interface SearchDocument {
  /** The entry's id: returned with a result, but not searched. */
  readonly id: string;
  /** Path from the root. */
  readonly url: string;
  /** The language of its index: the page's, whatever language the texts are in. */
  readonly language: string;
  readonly content: string;
  readonly meta: Readonly<Partial<Record<MetaField, string>>>;
}

const bodyFields = ['task', 'deliverable', 'impact', 'requirements', 'learning', 'accessibility'] as const;

/** The names, in the reader's language, of an opportunity's vocabulary terms, so that they are found as words. */
function labels({ shared, organization }: SiteOpportunity, t: Translate): string[] {
  const named = (prefix: string, ids: readonly string[]) => ids.map((id) => t.maybe(`${prefix}.${id}`) ?? id);
  const regions = [...shared.countries.flatMap(countryRegions), ...shared.regions.flatMap(enclosingRegions)];
  return [
    ...named('task', shared.taskTypes),
    ...named('cause', shared.causes),
    ...named(
      'skill',
      shared.skills.map(({ skill }) => skill),
    ),
    ...shared.sdgs.map((id) => `${t('search.sdg', { n: id })} ${t.maybe(`sdg.${id}`) ?? ''}`),
    ...shared.languages.map(({ language }) => languageName(t, language)),
    ...[...shared.countries, ...shared.diasporaOf].map((code) => countryName(t, code)),
    ...regions.map((code) => regionName(t, code)),
    ...(organization.shared.acronym === undefined ? [] : [organization.shared.acronym]),
  ];
}

/**
 * Creates the document of an opportunity. A document of another type needs a function of its own: the facet columns
 * only have rows for opportunities.
 */
export function opportunityDocument(view: SiteOpportunity, t: Translate): SearchDocument {
  const { texts } = view;
  const title = texts.title.value;
  const titleWords = searchWords(title);
  const summary = texts.summary.value;
  const body = bodyFields.map((field) => plainText(texts[field]?.value ?? '')).filter((part) => part !== '');
  const organization = organizationLine(t, opportunityCard(view));
  const shown = [title, organization, summary, ...body].join(' ');
  const words = new Set([...labels(view, t), ...otherSpellings(shown)]);
  return {
    id: view.id,
    url: view.path,
    language: view.locale,
    content: splitElisions(body.join(' ')),
    meta: {
      title: titleWords,
      // Only where the searched title differs from the displayed one.
      ...(titleWords === title ? {} : { shown: title }),
      organization: splitElisions(organization),
      summary: splitElisions(summary),
      words: splitElisions([...words].join(', ')),
    },
  };
}

/** Adds marked forms of its words to a document (`word-forms.ts`). */
export function addWordForms(document: SearchDocument, forms: readonly string[]): SearchDocument {
  return forms.length === 0 ? document : { ...document, meta: { ...document.meta, forms: forms.join(' ') } };
}

/** The words of a document in its spelling; without the marked forms. */
export function documentWords({ content, meta }: SearchDocument): string[] {
  return spelledWords([content, ...Object.values({ ...meta, forms: '' })].join(' '));
}
