/** Encodes the file of the other entries (build side). */
import { createHash } from 'node:crypto';
import { pathOf, type Section } from '@/i18n/routes';
import { translator, type Translate } from '@/i18n/translate';
import { contentTypes } from '@/model/types/types';
import type { EntryFields } from '@/site/localized-entry';
import type { LocaleSite } from '@/site/site';
import { packEntries, type EntriesFile, type EntryResult, type EntryType } from '../entries/entries-file';
import { plainText } from './plain-text';
import { searchedFields, wordsOf, type SearchedWords } from './searched-fields';
import { foldWord, spelledWords } from '../words/query-terms';
import { otherSpellings } from '../words/spelling';

/** Pages of the site that aren't entries, with the key of their summary. */
const ownPages = {
  impact: 'impact.intro',
  goals: 'goals.intro',
  factSheet: 'factSheet.text',
  fit: 'fit.intro',
  saved: 'saved.intro',
  subscribe: 'subscribe.intro',
} as const satisfies Partial<Record<Section, string>>;

/** The fields that every type with pages has. */
export interface EntryView extends EntryFields {
  readonly path: string;
  readonly lang: string;
  readonly texts: EntryFields['texts'] & { readonly summary: { readonly value: string } };
}

/** The words of names that are in neither title nor summary, each once, in their spelling. */
function furtherWords(shown: string, names: readonly string[]): string {
  const known = new Set(spelledWords(shown).map(foldWord));
  const words = [...spelledWords(names.join(' ')), ...otherSpellings([shown, ...names].join(' '))];
  return words.filter((word) => !known.has(foldWord(word)) && known.add(foldWord(word))).join(' ');
}

/** The headings of a Markdown text. */
function headingsOf(markdown: string): string[] {
  return (markdown.match(/^#{1,6} .+$/gm) ?? []).map(plainText);
}

/** Collects every entry of a language except opportunities, in the order of the site's lists. */
export function collectEntries(site: LocaleSite): EntryResult[] {
  const t = translator(site.locale);
  const entry = <View extends EntryView>(
    type: EntryType,
    view: View,
    title: string,
    words: SearchedWords<View> = {},
  ): EntryResult => {
    const contentType = contentTypes[type];
    const summary = view.texts.summary.value;
    return {
      type,
      path: view.path,
      title,
      summary,
      words: furtherWords(
        `${title} ${summary}`,
        wordsOf(contentType, searchedFields(contentType), view, t, words),
      ),
      lang: view.lang === site.locale ? undefined : view.lang,
    };
  };
  const nameById = new Map(site.organizations.map(({ id, texts }) => [id, texts.name.value]));

  return [
    ...site.organizations.map((view) => entry('organization', view, view.texts.name.value)),
    ...site.campaigns.map((view) =>
      entry('campaign', view, view.texts.title.value, {
        callToAction: 'own',
        partners: ({ shared }) => shared.partners.map(({ name }) => name),
      }),
    ),
    ...site.stories.map((view) =>
      entry('story', view, view.texts.title.value, {
        firstName: 'own',
        role: 'own',
        country: 'own',
        organization: ({ shared }) => [nameById.get(shared.organization ?? '') ?? ''],
      }),
    ),
    ...site.resources.map((view) =>
      entry('resource', view, view.texts.title.value, {
        kind: 'own',
        audiences: 'own',
        taskTypes: 'own',
        causes: 'own',
        body: ({ texts }) => headingsOf(texts.body.value),
      }),
    ),
    ...site.pages.map((view) =>
      entry('page', view, view.texts.title.value, { body: ({ texts }) => headingsOf(texts.body.value) }),
    ),
    ...ownPagesIn(t),
  ];
}

function ownPagesIn(t: Translate): EntryResult[] {
  return (Object.keys(ownPages) as (keyof typeof ownPages)[]).map((section) => ({
    type: 'page',
    path: pathOf(t.locale, { to: 'section', section }),
    title: t(`${section}.title`),
    summary: t(ownPages[section]),
    words: '',
    lang: undefined,
  }));
}

/** The encoded entries of a language. */
interface EncodedEntries {
  readonly file: EntriesFile;
  /** The names of organizations, for suggestions. */
  readonly organizations: readonly string[];
  /** A hash of the content, so that addresses may be cached: ten hexadecimal digits. */
  readonly version: string;
}

/** Encodes all entries of a language except opportunities. */
export function encodeEntries(site: LocaleSite): EncodedEntries {
  const file = packEntries(collectEntries(site));
  const hash = createHash('sha256').update(JSON.stringify(file));
  return {
    file,
    organizations: file.entries.organization.map(([, name]) => name),
    version: hash.digest('hex').slice(0, 10),
  };
}
