/** The full texts of a language's pages besides opportunities (build side, pure). */
import { translator } from '@/i18n/translate';
import { contentTypes } from '@/model/types/types';
import type { EntryFields } from '@/site/localized-entry';
import type { LocaleSite } from '@/site/site';
import type { EntryType } from '../entries/entries';
import { plainText } from '../index/plain-text';
import { ownWords, searchedFields } from '../index/searched-fields';
import { otherSpellings, splitElisions } from '../words/spelling';

/** A page with its text, without Markdown. */
export interface PageText {
  readonly type: EntryType;
  /** Path from the root. */
  readonly path: string;
  /** For an organization, its name. */
  readonly title: string;
  readonly content: string;
  /** Other spellings of words of title and content, by which they are found too. */
  readonly spellings: string;
  /** The language of the text, where that isn't the page's. */
  readonly lang: string | undefined;
}

/** The fields that every type with pages has. */
interface EntryView extends EntryFields {
  readonly path: string;
  readonly lang: string;
  readonly texts: EntryFields['texts'] & { readonly summary: { readonly value: string } };
}

/** Collects the texts of organizations, campaigns, stories, resources and pages, in the order of the site's lists. */
export function collectPageTexts(site: LocaleSite): PageText[] {
  const t = translator(site.locale);
  const textOf = (type: EntryType, view: EntryView, title: string): PageText => {
    const contentType = contentTypes[type];
    const fields = searchedFields(contentType).filter(({ isLocalized }) => isLocalized);
    const parts = fields.flatMap((field) => ownWords(contentType, field, view, t).map(plainText));
    const content = [view.texts.summary.value, ...parts].filter((part) => part !== '').join(' ');
    return {
      type,
      path: view.path,
      title,
      content: splitElisions(content),
      spellings: otherSpellings(`${title} ${content}`).join(' '),
      lang: view.lang === site.locale ? undefined : view.lang,
    };
  };
  return [
    ...site.organizations.map((view) => textOf('organization', view, view.texts.name.value)),
    ...site.campaigns.map((view) => textOf('campaign', view, view.texts.title.value)),
    ...site.stories.map((view) => textOf('story', view, view.texts.title.value)),
    ...site.resources.map((view) => textOf('resource', view, view.texts.title.value)),
    ...site.pages.map((view) => textOf('page', view, view.texts.title.value)),
  ];
}
