/** The fields that every type of entry has. */
import { z } from 'zod';
import { locales } from '@/i18n/locales';
import * as f from '../fields/fields';
import { publicationStatuses } from '../vocabularies/kinds';

/** Localized fields of every type that has a page of its own. */
export const localizedAddress = {
  slug: f.slug({ tab: 'editorial' }).optional(),
  formerSlugs: f.list(f.slug(), 20, { tab: 'editorial' }).optional(),
};

/** Shared fields of every type. */
export const sharedBasics = {
  originalLanguage: f.choice(locales, 'language', { tab: 'editorial', public: true }),
  updated: f.date({ tab: 'editorial', public: true }),
  /** Two in one, since a content type of Contentful has at most 50 fields. */
  provenance: f
    .internal(
      z.strictObject({
        importedFrom: z
          .strictObject({
            source: z.string(),
            row: z.string(),
            date: z.iso.date(),
            /** A hash of the row's value of each field, so that a later import knows what changed in the sheet. */
            fields: z.record(z.string(), z.string()).optional(),
            /** The day on which the row was first missing. */
            missing: z.iso.date().optional(),
          })
          .optional(),
        /** By language and field. */
        translatedFrom: z.partialRecord(z.enum(locales), z.record(z.string(), z.string())).optional(),
      }),
    )
    .optional(),
};

/** The status of every type but opportunities, which have more. */
export const publicationStatus = f
  .choice(publicationStatuses, 'publication', { tab: 'editorial' })
  .default('published');

f.nameFields('common', { ...localizedAddress, ...sharedBasics, status: publicationStatus });
