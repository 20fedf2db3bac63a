import { z } from 'zod';
import { sharedBasics } from './common';
import { defineType } from '../fields/define';
import * as f from '../fields/fields';
import { metrics, precisions } from '../vocabularies/metrics';

const localized = z.strictObject({
  name: f.text(60),
  tagline: f.text(160),
  contactNote: f.lines(300, { tab: 'apply' }).optional(),
  figureSources: f
    .list(
      f.group({
        key: f.slug(),
        text: f.text(160),
      }),
      20,
    )
    .optional(),
  figuresNote: f.lines(400).optional(),
  footerLinks: f
    .list(
      f.group({
        text: f.text(60),
        url: f.webAddress(),
      }),
      8,
    )
    .optional(),
});

const shared = z.strictObject({
  ...sharedBasics,
  contactEmail: f.email({ tab: 'apply' }).optional(),
  formId: f.formId({ tab: 'apply' }).optional(),
  messagesFormId: f.formId({ tab: 'apply' }).optional(),
  attachmentMegabytes: f.integer(1, 25, { tab: 'apply' }).optional(),
  featuredCampaign: f.reference('campaign').optional(),
  figures: f
    .list(
      f.group({
        metric: f.choice(metrics, 'metric'),
        value: f.number(0, 1e12),
        precision: f.choice(precisions, 'precision').default('exact'),
        year: f.integer(1990, 2100),
        source: f.slug(),
        url: f.webAddress().optional(),
      }),
      40,
    )
    .default([]),
  timeZone: f.timeZone({ tab: 'editorial' }).default('UTC'),
  dataLicence: f
    .group(
      {
        name: f.text(100),
        url: f.webAddress(),
      },
      { tab: 'editorial' },
    )
    .optional(),
  sample: f.flag({ tab: 'editorial' }),
});

export const settingsType = defineType({
  name: 'settings',
  folder: 'settings',
  title: 'name',
  localized,
  shared,
});
