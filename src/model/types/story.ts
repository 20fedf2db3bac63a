import { z } from 'zod';
import { localizedAddress, publicationStatus, sharedBasics } from './common';
import { defineType } from '../fields/define';
import * as f from '../fields/fields';
import { countries } from '../vocabularies/countries';
import { storyVoices } from '../vocabularies/kinds';

const localized = z.strictObject({
  title: f.text(['Title', 'What happened, in a few words.', { searched: true }], 120),
  ...localizedAddress,
  summary: f.text(['Summary', 'One sentence for lists. At most 160 characters.', { searched: true }], 160),
  role: f.text(
    ['Role', 'Who speaks: “nurse and volunteer translator”.', { tab: 'who', searched: true }],
    100,
  ),
  quote: f.lines(['Quote', 'The sentence that readers will remember, in their words.'], 300),
  body: f.markdown(['Story', 'What was needed, what was done, what changed.'], 8000),
});

const shared = z.strictObject({
  ...sharedBasics,
  status: publicationStatus,
  voice: f.choice(['Told by', 'A volunteer or an organization.', { tab: 'who' }], storyVoices, 'voice'),
  firstName: f.text(['First name', 'First name only.', { tab: 'who', searched: true }], 40),
  country: f.code(
    ['Country', 'Where this person lives.', { tab: 'who', searched: true }],
    countries,
    'country',
  ),
  consent: f.flag([
    'Consent given',
    'The person has read the text in print and agreed to it. Without this the story is not shown.',
    { tab: 'who' },
  ]),
  date: f.date(['Date', 'The day of the story.', { tab: 'when' }]),
  organization: f
    .reference(
      ['Organization', 'The organization that it is about.', { tab: 'who', searched: true }],
      'organization',
    )
    .optional(),
  opportunity: f.reference(['Opportunity', 'The opportunity that it is about.'], 'opportunity').optional(),
});

export const storyType = defineType({
  name: 'story',
  folder: 'stories',
  label: 'Story',
  help: 'What volunteering was like, told by someone who agreed to be quoted.',
  title: 'title',
  localized,
  shared,
});
