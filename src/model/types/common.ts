/** The fields that every type of entry has. */
import { z } from 'zod';
import { locales } from '@/i18n/locales';
import * as f from '../fields/fields';
import { publicationStatuses } from '../vocabularies/kinds';

/** Localized fields of every type that has a page of its own. */
export const localizedAddress = {
  slug: f
    .slug([
      'Address',
      'The last part of the page’s address in this language. Left empty, it is made from the title. To change one that is live, add the old one to the former addresses.',
      { tab: 'editorial' },
    ])
    .optional(),
  formerSlugs: f
    .list(
      [
        'Former addresses',
        'Addresses that this page had before. Each redirects to the current one.',
        { tab: 'editorial' },
      ],
      f.slug(['Former address', 'The last part of an address that the page had.']),
      20,
    )
    .optional(),
};

/** Shared fields of every type. */
export const sharedBasics = {
  originalLanguage: f.choice(
    [
      'Written in',
      'The language this was first written in. It must be complete in this language. Others see it where a translation is missing.',
      { tab: 'editorial', public: true },
    ],
    locales,
    'language',
  ),
  updated: f.date([
    'Updated',
    'The day of the last change that readers should notice.',
    { tab: 'editorial', public: true },
  ]),
  /** Two in one, since a content type of Contentful has at most 50 fields. */
  provenance: f
    .internal(
      [
        'Provenance',
        'The row that the entry was imported from; and for each translated text a hash of its original, so that an outdated translation is found.',
      ],
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
  .choice(
    ['Status', 'Only published entries are on the site.', { tab: 'editorial' }],
    publicationStatuses,
    'publication',
  )
  .default('published');
