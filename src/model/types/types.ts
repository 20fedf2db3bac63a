import type { z } from 'zod';
import type { Locale } from '@/i18n/locales';
import { campaignType } from './campaign';
import type { ContentType } from '../fields/define';
import type { ContentTypeName, RawEntry } from './entry';
import { opportunityType } from './opportunity';
import { organizationType } from './organization';
import { pageType } from './page';
import { resourceType } from './resource';
import { settingsType } from './settings';
import { storyType } from './story';
import { synonymsType } from './synonyms';

/** Every content type by its name. */
export const contentTypes = {
  opportunity: opportunityType,
  organization: organizationType,
  campaign: campaignType,
  story: storyType,
  resource: resourceType,
  page: pageType,
  synonyms: synonymsType,
  settings: settingsType,
} as const satisfies Record<ContentTypeName, ContentType>;

type ContentTypes = typeof contentTypes;

/** The fields of one language of a type, complete. */
export type Texts<Name extends ContentTypeName> = z.output<ContentTypes[Name]['localized']>;

/** An entry that the model has accepted. A language's fields may be incomplete except in the original one. */
export interface EntryOf<Name extends ContentTypeName> extends Pick<RawEntry, 'id' | 'origin'> {
  readonly type: Name;
  readonly locales: Readonly<Partial<Record<Locale, Partial<Texts<Name>>>>>;
  readonly shared: z.output<ContentTypes[Name]['shared']>;
  /** The codes of the quality rules that it meets and that readers see; the strings are `check.<code>`. */
  readonly passed: readonly string[];
}

/** An entry of any type that the model has accepted. */
export type Entry = { [Name in ContentTypeName]: EntryOf<Name> }[ContentTypeName];

export type Opportunity = EntryOf<'opportunity'>;
export type Organization = EntryOf<'organization'>;
