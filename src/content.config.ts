/** Wiring only: each collection's loader and schema. */
import { defineCollection } from 'astro:content';
import { contentTypes } from '@/model/types/types';
import { entrySchema } from '@/model/fields/entry-schema';
import { buildLoader, entriesLoader } from '@/site/prepare/collection-loader';

export const collections = {
  opportunity: defineCollection({
    loader: entriesLoader('opportunity'),
    schema: entrySchema(contentTypes.opportunity),
  }),
  organization: defineCollection({
    loader: entriesLoader('organization'),
    schema: entrySchema(contentTypes.organization),
  }),
  campaign: defineCollection({
    loader: entriesLoader('campaign'),
    schema: entrySchema(contentTypes.campaign),
  }),
  story: defineCollection({ loader: entriesLoader('story'), schema: entrySchema(contentTypes.story) }),
  resource: defineCollection({
    loader: entriesLoader('resource'),
    schema: entrySchema(contentTypes.resource),
  }),
  page: defineCollection({ loader: entriesLoader('page'), schema: entrySchema(contentTypes.page) }),
  synonyms: defineCollection({
    loader: entriesLoader('synonyms'),
    schema: entrySchema(contentTypes.synonyms),
  }),
  settings: defineCollection({
    loader: entriesLoader('settings'),
    schema: entrySchema(contentTypes.settings),
  }),
  build: defineCollection({ loader: buildLoader() }),
};
