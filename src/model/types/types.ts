import { campaignType } from './campaign';
import type { ContentType, EntryOf } from '../fields/define';
import type { ContentTypeName } from './entry';
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

export type ContentTypes = typeof contentTypes;

/** The valid entry of each type. */
export type Entries = { [Name in ContentTypeName]: EntryOf<ContentTypes[Name]> };
