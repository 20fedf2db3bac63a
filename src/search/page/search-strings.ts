/** The island's strings in a language (build side). */
import { saveStrings } from '@/device/saved/save-strings';
import { feedFormats } from '@/i18n/feed-files';
import { locales } from '@/i18n/locales';
import { label, languageName } from '@/i18n/names';
import type { Translate } from '@/i18n/translate';
import { languageLevels } from '@/model/vocabularies/languages';
import { facetIds, statusValues, type FacetId, type StatusValue } from '../facets/search-address';
import { entryTypes } from '../entries/entries-file';
import type { SearchStrings } from './search-props';
import { suggestedFacets } from '../query/suggest';

function labelled<Id extends string>(t: Translate, prefix: string, ids: readonly Id[]): Record<Id, string> {
  return Object.fromEntries(ids.map((id) => [id, label(t, prefix, id)])) as Record<Id, string>;
}

/** All strings of the island. */
export function searchStrings(t: Translate): SearchStrings {
  return {
    label: t('search.label'),
    hint: t('search.hint'),
    button: t('search.button'),
    browse: t('home.orBrowse'),
    filters: t('search.filters'),
    clear: t('search.clear'),
    chosen: t('search.chosen'),
    remove: t('search.remove'),
    results: t('search.results'),
    count: t.forms('search.count'),
    countFor: t.forms('search.countFor'),
    loading: t('search.loading'),
    sort: t('search.sort'),
    sorts: {
      relevance: t('search.sort.relevance'),
      new: t('search.sort.new'),
      closing: t('search.sort.closing'),
      fit: t('search.sort.fit'),
    },
    fitOffer: t('search.fit.offer'),
    fitChange: t('fit.change'),
    fitFirst: t('search.fit.first'),
    fitPage: t('fit.title'),
    none: t('search.none'),
    noneHint: t('search.none.hint'),
    noneMissing: t.forms('search.none.missing'),
    noneSigns: t('search.none.signs'),
    readInstead: t('search.read.instead'),
    readBesides: t('search.read.besides'),
    readMeant: t('search.read.meant'),
    readForeign: t('search.read.foreign'),
    readTerm: t('search.read.term'),
    readTyped: t('search.read.typed'),
    readOnly: t('search.read.only'),
    readExact: t('search.read.exact'),
    readFreely: t('search.read.freely'),
    without: t.forms('search.without'),
    error: t('search.error'),
    errorBrowser: t('search.error.browser'),
    errorRetry: t('search.error.retry'),
    errorBrowse: t('search.error.browse'),
    closes: t('search.closes'),
    closesAny: t('search.closes.any'),
    closesDays: t.forms('search.closes.days'),
    level: t('search.level'),
    levelAny: t('search.level.any'),
    shownIn: Object.fromEntries(
      locales
        .filter((lang) => lang !== t.locale)
        .map((lang) => [lang, t('row.shownIn', { language: languageName(t, lang) })]),
    ),
    documentTitle: t('search.documentTitle'),
    facets: labelled<FacetId>(t, 'facet', facetIds),
    levels: labelled<string>(t, 'level', languageLevels),
    statuses: labelled<StatusValue>(t, 'status', statusValues),
    factsLabel: t('facts.label'),
    hours: t.forms('facts.hours'),
    once: t.forms('facts.hoursInAll'),
    weeks: t.forms('facts.weeks'),
    language: t('facts.language'),
    rowCloses: t('row.closes'),
    rowOpenEnded: t('row.openEnded'),
    save: saveStrings(t),
    follow: t('follow.search'),
    followHow: t('follow.how'),
    followNearest: t('follow.nearest'),
    everything: t('browse.everything'),
    feeds: Object.fromEntries(
      feedFormats.map((format) => [format, { name: t(`follow.${format}`), use: t(`follow.${format}.for`) }]),
    ) as SearchStrings['feeds'],
    suggestions: t('search.suggest'),
    suggestionCount: t.forms('search.suggest.count'),
    suggestionNone: t('search.suggest.none'),
    kinds: {
      word: t('search.suggest.word'),
      organization: t('search.suggest.organization'),
      ...labelled(t, 'facet', suggestedFacets),
    },
    groupsTitle: t('search.others'),
    groupsAlso: t('search.others.also'),
    groups: Object.fromEntries(
      entryTypes.map((type) => [type, t.forms(`search.others.${type}`)]),
    ) as SearchStrings['groups'],
    groupAll: t('search.others.all'),
    pager: t('pager.label'),
    pagerPrevious: t('pager.previous'),
    pagerNext: t('pager.next'),
    pagerHere: t('pager.here'),
  };
}
