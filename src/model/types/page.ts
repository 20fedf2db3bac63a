import { z } from 'zod';
import { localizedAddress, publicationStatus, sharedBasics } from './common';
import { defineType } from '../fields/define';
import * as f from '../fields/fields';
import { pageRoles } from '../vocabularies/kinds';

const localized = z.strictObject({
  title: f.text(120, { searched: true }),
  ...localizedAddress,
  summary: f.text(160, { searched: true }),
  body: f.markdown(20000, { searched: true }),
});

const shared = z.strictObject({
  ...sharedBasics,
  status: publicationStatus,
  role: f.choice(pageRoles, 'page', { tab: 'who' }).default('other'),
  inFooter: f.flag({ tab: 'editorial' }),
  order: f.integer(0, 1000, { tab: 'editorial' }).default(100),
});

export const pageType = defineType({
  name: 'page',
  folder: 'pages',
  title: 'title',
  localized,
  shared,
});
