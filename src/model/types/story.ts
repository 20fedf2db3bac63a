import { z } from 'zod';
import { localizedAddress, publicationStatus, sharedBasics } from './common';
import { defineType } from '../fields/define';
import * as f from '../fields/fields';
import { countries } from '../vocabularies/countries';
import { storyVoices } from '../vocabularies/kinds';

const localized = z.strictObject({
  title: f.text(120, { searched: true }),
  ...localizedAddress,
  summary: f.text(160, { searched: true }),
  role: f.text(100, { tab: 'who', searched: true }),
  quote: f.lines(300),
  body: f.markdown(8000),
});

const shared = z.strictObject({
  ...sharedBasics,
  status: publicationStatus,
  voice: f.choice(storyVoices, 'voice', { tab: 'who' }),
  firstName: f.text(40, { tab: 'who', searched: true }),
  country: f.code(countries, 'country', { tab: 'who', searched: true }),
  consent: f.flag({ tab: 'who' }),
  date: f.date({ tab: 'when' }),
  organization: f.reference('organization', { tab: 'who', searched: true }).optional(),
  opportunity: f.reference('opportunity').optional(),
});

export const storyType = defineType({
  name: 'story',
  folder: 'stories',
  title: 'title',
  localized,
  shared,
});
