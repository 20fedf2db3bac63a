import { z } from 'zod';
import { localizedAddress, publicationStatus, sharedBasics } from './common';
import { defineType } from '../fields/define';
import * as f from '../fields/fields';
import { causes } from '../vocabularies/causes';
import { countries, regions } from '../vocabularies/countries';
import { workLanguages } from '../vocabularies/languages';
import { sdgs } from '../vocabularies/sdgs';
import { taskTypes } from '../vocabularies/task-types';

const localized = z.strictObject({
  title: f.text(90, { searched: true }),
  ...localizedAddress,
  shortSlug: f.slug({ tab: 'editorial' }).optional(),
  summary: f.text(160, { searched: true }),
  message: f.markdown(5000),
  callToAction: f.text(50, { searched: true }),
  heroAlt: f.text(200).optional(),
  heroCredit: f.text(160).optional(),
  aftermath: f.markdown(2000).optional(),
  shareText: f
    .group({
      short: f.lines(220),
      long: f.lines(1200).optional(),
    })
    .optional(),
  figures: f
    .list(
      f.group({
        value: f.text(30),
        label: f.text(160),
        year: f.integer(1900, 2100),
        source: f.text(160),
        url: f.webAddress().optional(),
      }),
      4,
    )
    .optional(),
  quotes: f
    .list(
      f.group({
        text: f.lines(400),
        who: f.text(120),
      }),
      3,
    )
    .optional(),
});

const shared = z.strictObject({
  ...sharedBasics,
  status: publicationStatus,
  starts: f.date({ tab: 'when' }),
  ends: f.date({ tab: 'when' }).optional(),
  hero: f.media().optional(),
  opportunities: f.list(f.reference('opportunity'), 12).default([]),
  filter: f
    .group({
      task: f.list(f.choice(taskTypes, 'task'), 12).optional(),
      cause: f.list(f.choice(causes, 'cause'), 16).optional(),
      sdg: f.list(f.choice(sdgs, 'sdg'), 17).optional(),
      country: f.list(f.code(countries, 'country'), 60).optional(),
      region: f.list(f.code(regions, 'region'), 10).optional(),
      language: f.list(f.choice(workLanguages, 'language'), 10).optional(),
    })
    .optional(),
  partners: f
    .list(
      f.group({
        name: f.text(120),
        url: f.webAddress().optional(),
      }),
      12,
      { tab: 'who', searched: true },
    )
    .default([]),
});

export const campaignType = defineType({
  name: 'campaign',
  folder: 'campaigns',
  title: 'title',
  localized,
  shared,
});
