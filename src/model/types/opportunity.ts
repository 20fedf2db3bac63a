import { z } from 'zod';
import { localizedAddress, sharedBasics } from './common';
import { defineType } from '../fields/define';
import * as f from '../fields/fields';
import { causes } from '../vocabularies/causes';
import { countries, regions } from '../vocabularies/countries';
import {
  applyWays,
  bandwidths,
  devices,
  lengthKinds,
  opportunityStatuses,
  schedules,
} from '../vocabularies/kinds';
import { languageLevels, languageNeeds, workLanguages } from '../vocabularies/languages';
import { sdgs } from '../vocabularies/sdgs';
import { skillLevels, skills } from '../vocabularies/skills';
import { taskTypes } from '../vocabularies/task-types';

const localized = z.strictObject({
  title: f.text(120, { public: true, searched: true, asked: true }),
  ...localizedAddress,
  summary: f.text(160, { public: true, searched: true, asked: true }),
  task: f.markdown(6000, { searched: true, asked: true }),
  deliverable: f.markdown(3000, { searched: true, asked: true }),
  impact: f.markdown(3000, { searched: true, asked: true }),
  requirements: f.markdown(3000, { searched: true, asked: true }),
  learning: f.markdown(2000, { searched: true }).optional(),
  accessibility: f.markdown(1500, { searched: true }).optional(),
  questions: f.list(f.text(200), 3, { tab: 'apply' }).optional(),
  attachment: f.text(120, { tab: 'apply' }).optional(),
});

const shared = z.strictObject({
  ...sharedBasics,
  status: f.choice(opportunityStatuses, 'status', { tab: 'editorial' }),
  organization: f.reference('organization', { tab: 'who', public: true, asked: true }),
  taskTypes: f.list(f.choice(taskTypes, 'task'), 3, { public: true, searched: true, asked: true }, 1),
  causes: f.list(f.choice(causes, 'cause'), 3, { public: true, searched: true, asked: true }).default([]),
  sdgs: f.list(f.choice(sdgs, 'sdg'), 3, { public: true, searched: true }).default([]),
  skills: f
    .list(
      f.group({
        skill: f.choice(skills, 'skill'),
        level: f.choice(skillLevels, 'skillLevel'),
      }),
      6,
      { tab: 'who', public: true, searched: true },
    )
    .default([]),
  countries: f
    .list(f.code(countries, 'country'), 20, {
      tab: 'who',
      public: true,
      searched: true,
    })
    .default([]),
  regions: f.list(f.code(regions, 'region'), 5, { tab: 'who', public: true, searched: true }).default([]),
  diasporaOf: f
    .list(f.code(countries, 'country'), 10, { tab: 'who', public: true, searched: true })
    .default([]),
  applicantCountries: f.list(f.code(countries, 'country'), 60, { public: true }).default([]),
  languages: f.list(
    f.group({
      language: f.choice(workLanguages, 'language', { asked: { name: 'work_language' } }),
      level: f.choice(languageLevels, 'level', { asked: { name: 'work_level' } }),
      need: f.choice(languageNeeds, 'need').default('required'),
    }),
    5,
    { tab: 'who', public: true, searched: true },
    1,
  ),
  hours: f.group(
    {
      min: f.number(0.5, 168, { asked: true }),
      max: f.number(0.5, 168, { asked: true }),
    },
    { tab: 'when', public: true },
  ),
  length: f.group(
    {
      kind: f.choice(lengthKinds, 'lengthKind', { asked: true }),
      weeks: f.number(0.2, 520, { asked: true }).optional(),
    },
    { tab: 'when', public: true },
  ),
  schedule: f.choice(schedules, 'schedule', { tab: 'when', public: true }).default('flexible'),
  timeZoneWindow: f
    .group(
      {
        from: f.number(-12, 14),
        to: f.number(-12, 14),
      },
      { tab: 'when', public: true, whole: true },
    )
    .optional(),
  places: f.integer(1, 10_000, { tab: 'who', public: true }).default(1),
  groupsWelcome: f.flag({ tab: 'who', public: true }),
  microTask: f.flag({ tab: 'when', public: true }),
  minimumAge: f.integer(13, 99, { tab: 'who', public: true }).default(18),
  device: f.choice(devices, 'device', { tab: 'who', public: true }).default('computer'),
  bandwidth: f.choice(bandwidths, 'bandwidth', { tab: 'who', public: true }).default('low'),
  posted: f.date({ tab: 'when', public: true }),
  starts: f.date({ tab: 'when', public: true }).optional(),
  closes: f
    .group(
      {
        date: f.date({ asked: true }),
        zone: f.timeZone(),
      },
      { tab: 'when', public: true },
    )
    .optional(),
  reviewBy: f.date({ tab: 'when', public: true }).optional(),
  lastVerified: f.date({ tab: 'editorial', importable: false }).optional(),
  confirmedOn: f.date({ tab: 'editorial', importable: false }).optional(),
  applyBy: f.choice(applyWays, 'applyBy', { tab: 'apply' }).default('form'),
  applyUrl: f.webAddress({ tab: 'apply' }).optional(),
  applyEmail: f.email({ tab: 'apply' }).optional(),
  replyDays: f.integer(1, 60, { tab: 'apply', asked: { isRequired: true } }).optional(),
  formId: f.formId({ tab: 'apply', importable: false }).optional(),
  certificate: f.flag({ tab: 'apply', public: true }),
  reference: f.flag({ tab: 'apply', public: true }),
  featured: f.flag({ tab: 'editorial', importable: false }),
});

export const opportunityType = defineType({
  name: 'opportunity',
  folder: 'opportunities',
  title: 'title',
  localized,
  shared,
});
