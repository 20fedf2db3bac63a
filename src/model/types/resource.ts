import { z } from 'zod';
import { localizedAddress, publicationStatus, sharedBasics } from './common';
import { defineType } from '../fields/define';
import * as f from '../fields/fields';
import { causes } from '../vocabularies/causes';
import { audiences, resourceKinds } from '../vocabularies/kinds';
import { taskTypes } from '../vocabularies/task-types';

const localized = z.strictObject({
  title: f.text(['Title', 'What it helps with.', { searched: true }], 120),
  ...localizedAddress,
  summary: f.text(['Summary', 'One sentence for lists. At most 160 characters.', { searched: true }], 160),
  body: f.markdown(['Text', 'The guide, the news or the description.', { searched: true }], 12000),
});

const shared = z.strictObject({
  ...sharedBasics,
  status: publicationStatus,
  kind: f.choice(
    ['Kind', 'Guide, news, press release or network.', { tab: 'who', searched: true }],
    resourceKinds,
    'resource',
  ),
  date: f.date(['Date', 'The day of publication.', { tab: 'when' }]),
  audiences: f.list(
    ['For', 'Who it’s for.', { tab: 'who', searched: true }],
    f.choice(['Reader', 'Who it’s for.'], audiences, 'audience'),
    3,
    1,
  ),
  url: f.webAddress(['Address', 'For networks: their own site.']).optional(),
  taskTypes: f
    .list(
      ['Task types', 'What work it is about.', { searched: true }],
      f.choice(['Task type', 'A task type.'], taskTypes, 'task'),
      3,
    )
    .default([]),
  causes: f
    .list(
      ['Causes', 'What cause it is about.', { searched: true }],
      f.choice(['Cause', 'A cause.'], causes, 'cause'),
      3,
    )
    .default([]),
});

export const resourceType = defineType({
  name: 'resource',
  folder: 'resources',
  label: 'Resource',
  help: 'A guide, news, a press release, or a network worth knowing.',
  title: 'title',
  localized,
  shared,
});
