import { z } from 'zod';
import { localizedAddress, publicationStatus, sharedBasics } from './common';
import { defineType } from '../fields/define';
import * as f from '../fields/fields';
import { causes } from '../vocabularies/causes';
import { audiences, resourceKinds } from '../vocabularies/kinds';
import { taskTypes } from '../vocabularies/task-types';

const localized = z.strictObject({
  title: f.text(120, { searched: true }),
  ...localizedAddress,
  summary: f.text(160, { searched: true }),
  body: f.markdown(12000, { searched: true }),
});

const shared = z.strictObject({
  ...sharedBasics,
  status: publicationStatus,
  kind: f.choice(resourceKinds, 'resource', { tab: 'who', searched: true }),
  date: f.date({ tab: 'when' }),
  audiences: f.list(f.choice(audiences, 'audience'), 3, { tab: 'who', searched: true }, 1),
  url: f.webAddress().optional(),
  taskTypes: f.list(f.choice(taskTypes, 'task'), 3, { searched: true }).default([]),
  causes: f.list(f.choice(causes, 'cause'), 3, { searched: true }).default([]),
});

export const resourceType = defineType({
  name: 'resource',
  folder: 'resources',
  title: 'title',
  localized,
  shared,
});
