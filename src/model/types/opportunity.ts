import { z } from 'zod';
import { localizedAddress, sharedBasics } from './common';
import { defineType, type EntryOf } from '../fields/define';
import * as f from '../fields/fields';
import { maxHoursPerWeek } from '../vocabularies/bands';
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
  title: f.text(
    [
      'Title',
      'Start with a verb and say what gets done: “Translate a water handbook into French”. No job titles. Search results show 65 characters.',
      { public: true, searched: true, asked: true },
    ],
    120,
  ),
  ...localizedAddress,
  summary: f.text(
    [
      'Summary',
      'One sentence for lists and previews: what, for whom, why. At most 160 characters.',
      { public: true, searched: true, asked: true },
    ],
    160,
  ),
  task: f.markdown(
    [
      'What the volunteer will do',
      'The work itself, in plain words, with sizes: pages, lessons, hours.',
      { searched: true, asked: true },
    ],
    6000,
  ),
  deliverable: f.markdown(
    [
      'What the volunteer will deliver',
      'Something that both sides can see is finished: a file, a lesson given, a list checked.',
      { searched: true, asked: true },
    ],
    3000,
  ),
  impact: f.markdown(
    [
      'Why it matters',
      'What will change, and for whom. Facts rather than praise.',
      { searched: true, asked: true },
    ],
    3000,
  ),
  requirements: f.markdown(
    [
      'Who is needed',
      'Only what the work really needs. Each line keeps someone away.',
      { searched: true, asked: true },
    ],
    3000,
  ),
  learning: f
    .markdown(
      ['What the volunteer learns', 'What volunteers gain from this, if anything.', { searched: true }],
      2000,
    )
    .optional(),
  accessibility: f
    .markdown(
      [
        'Accessibility',
        'What disabled volunteers need to know: formats of the material, calls with or without captions, what can be adapted.',
        { searched: true },
      ],
      1500,
    )
    .optional(),
  questions: f
    .list(
      [
        'Screening questions',
        'Up to three questions for applicants. They filter out unsuitable applications, but each also costs you good ones.',
        { tab: 'apply' },
      ],
      f.text(['Question', 'One question that can be answered in a few sentences.'], 200),
      3,
    )
    .optional(),
  attachment: f
    .text(
      [
        'File to send',
        'What applicants may send as a file: “A page that you have translated”. Shown if the site’s settings allow files, or if people apply by e-mail. It costs you applications: ask only for what you need.',
        { tab: 'apply' },
      ],
      120,
    )
    .optional(),
});

const shared = z.strictObject({
  ...sharedBasics,
  status: f.choice(
    [
      'Status',
      'Draft and in review are not on the site. Paused, filled and closed stay readable but accept no applications.',
      { tab: 'editorial' },
    ],
    opportunityStatuses,
    'status',
  ),
  organization: f.reference(
    ['Organization', 'Who asks for help.', { tab: 'who', public: true, asked: true }],
    'organization',
  ),
  taskTypes: f.list(
    [
      'Task types',
      'One to three: what the volunteer does. The first is the main one.',
      { public: true, searched: true, compared: 'task', asked: true },
    ],
    f.choice(['Task type', 'What the volunteer does.'], taskTypes, 'task'),
    3,
    1,
  ),
  causes: f
    .list(
      ['Causes', 'Up to three: what it is for.', { public: true, searched: true, asked: true }],
      f.choice(['Cause', 'What it is for.'], causes, 'cause'),
      3,
    )
    .default([]),
  sdgs: f
    .list(
      [
        'Sustainable Development Goals',
        'Up to three goals that the work serves directly.',
        { public: true, searched: true },
      ],
      f.choice(['Goal', 'A goal by its number.'], sdgs, 'sdg'),
      3,
    )
    .default([]),
  skills: f
    .list(
      [
        'Skills',
        'What volunteers must be able to do, and how well. Leave out what they can learn on the way.',
        { tab: 'who', public: true, searched: true, compared: true },
      ],
      f.group(['Skill', 'A skill and how much of it.'], {
        skill: f.choice(['Skill', 'What volunteers must be able to do.'], skills, 'skill'),
        level: f.choice(['How well', 'Some experience, solid, or expert.'], skillLevels, 'skillLevel'),
      }),
      6,
    )
    .default([]),
  countries: f
    .list(
      [
        'Countries that benefit',
        'Where the people who benefit live.',
        { tab: 'who', public: true, searched: true, compared: 'benefits' },
      ],
      f.code(['Country', 'ISO 3166-1 two-letter code.'], countries, 'country'),
      20,
    )
    .default([]),
  regions: f
    .list(
      [
        'Regions that benefit',
        'Instead of many countries: a UN region, or 001 for the whole world.',
        { tab: 'who', public: true, searched: true, compared: 'benefits' },
      ],
      f.code(['Region', 'UN M49 code.'], regions, 'region'),
      5,
    )
    .default([]),
  diasporaOf: f
    .list(
      [
        'Especially for people from',
        'Countries whose people abroad are especially welcome, because they know the language or the place.',
        { tab: 'who', public: true, searched: true },
      ],
      f.code(['Country', 'ISO 3166-1 two-letter code.'], countries, 'country'),
      10,
    )
    .default([]),
  applicantCountries: f
    .list(
      [
        'Only for people in',
        'Where the law or an insurance allows people of some countries only. Search engines list it among jobs only where this is filled in. Left empty, people anywhere can apply.',
        { public: true },
      ],
      f.code(['Country', 'ISO 3166-1 two-letter code.'], countries, 'country'),
      60,
    )
    .default([]),
  languages: f.list(
    [
      'Languages of work',
      'Each language of the work, its level, and whether it’s required.',
      { tab: 'who', public: true, searched: true, compared: true },
    ],
    f.group(['Language', 'A language, its level, and whether it’s required.'], {
      language: f.choice(
        ['Language', 'A language of work.', { asked: { name: 'work_language' } }],
        workLanguages,
        'language',
      ),
      level: f.choice(
        ['How well', 'The lowest level that is enough.', { asked: { name: 'work_level' } }],
        languageLevels,
        'level',
      ),
      need: f
        .choice(
          [
            'Required or a plus',
            'Required, one of several (any one is enough), or only welcome. Mark at least two as one of several.',
          ],
          languageNeeds,
          'need',
        )
        .default('required'),
    }),
    5,
    1,
  ),
  hours: f.group(
    [
      'Hours a week',
      'The minimum and the maximum, 20 at most. For a one-off task: in all.',
      { tab: 'when', public: true, compared: true },
    ],
    {
      min: f.number(['At least', 'Hours a week.', { asked: true }], 0.5, 168),
      max: f.number(['At most', `Hours a week, ${maxHoursPerWeek} at most.`, { asked: true }], 0.5, 168),
    },
  ),
  length: f.group(
    ['Length', 'One-off, a number of weeks, or ongoing.', { tab: 'when', public: true, compared: true }],
    {
      kind: f.choice(
        ['Kind', 'One-off, a number of weeks, or ongoing.', { asked: true }],
        lengthKinds,
        'lengthKind',
      ),
      weeks: f.number(['Weeks', 'How many weeks; half a week is 0.5.', { asked: true }], 0.2, 520).optional(),
    },
  ),
  schedule: f
    .choice(
      ['Hours of work', 'Whether the volunteer chooses them.', { tab: 'when', public: true, compared: true }],
      schedules,
      'schedule',
    )
    .default('flexible'),
  timeZoneWindow: f
    .group(
      [
        'Time zones that work',
        'Only where hours must overlap: the range of UTC offsets.',
        { tab: 'when', public: true, whole: true },
      ],
      {
        from: f.number(['From', 'The westernmost offset from UTC, in hours: -5.'], -12, 14),
        to: f.number(['To', 'The easternmost offset from UTC, in hours: 3.'], -12, 14),
      },
    )
    .optional(),
  places: f
    .integer(['Places', 'How many volunteers are needed.', { tab: 'who', public: true }], 1, 10_000)
    .default(1),
  groupsWelcome: f.flag([
    'Groups welcome',
    'A class, a team or a family can do it together.',
    { tab: 'who', public: true },
  ]),
  microTask: f.flag([
    'Micro-task',
    'Takes an hour or less, with no talk first.',
    { tab: 'when', public: true },
  ]),
  minimumAge: f
    .integer(
      ['Minimum age', 'The minimum age of volunteers, in years.', { tab: 'who', public: true }],
      13,
      99,
    )
    .default(18),
  device: f
    .choice(
      [
        'Device needed',
        'The simplest device that is enough for the work.',
        { tab: 'who', public: true, compared: true },
      ],
      devices,
      'device',
    )
    .default('computer'),
  bandwidth: f
    .choice(
      [
        'Connection needed',
        'Low: text and e-mail. Medium: files and calls. High: video.',
        { tab: 'who', public: true, compared: 'device' },
      ],
      bandwidths,
      'bandwidth',
    )
    .default('low'),
  posted: f.date([
    'Posted',
    'The day it appears on the site. It won’t appear before a future day.',
    { tab: 'when', public: true },
  ]),
  starts: f
    .date([
      'Starts',
      'The day on which the work starts, if there is one.',
      { tab: 'when', public: true, compared: true },
    ])
    .optional(),
  closes: f
    .group(
      [
        'Closes',
        'The last day for applications. It closes at the end of that day in that time zone.',
        { tab: 'when', public: true },
      ],
      {
        date: f.date(['Last day', 'The last day to apply.', { asked: true }]),
        zone: f.timeZone(['Time zone', 'An IANA time zone: Africa/Dakar.']),
      },
    )
    .optional(),
  reviewBy: f
    .date([
      'Review by',
      'Without a closing date: the day by which an editor asks whether help is still needed.',
      { tab: 'when', public: true },
    ])
    .optional(),
  lastVerified: f
    .date([
      'Last verified',
      'The day the organization last confirmed that this is current.',
      { tab: 'editorial', importable: false },
    ])
    .optional(),
  confirmedOn: f
    .date([
      'Confirmed by an editor',
      'The day an editor checked it: fair wording, a title that starts with a verb, and nothing but the task (not raising money, supervising staff or acting in someone’s name). Readers see these as confirmed.',
      { tab: 'editorial', importable: false },
    ])
    .optional(),
  applyBy: f
    .choice(
      ['How to apply', 'With the form here, at another address, or by e-mail.', { tab: 'apply' }],
      applyWays,
      'applyBy',
    )
    .default('form'),
  applyUrl: f
    .webAddress(['Address to apply at', 'Only if people apply elsewhere.', { tab: 'apply' }])
    .optional(),
  applyEmail: f.email(['E-mail to apply to', 'Only if people apply by e-mail.', { tab: 'apply' }]).optional(),
  replyDays: f
    .integer(
      [
        'Answer within',
        'Days within which every applicant gets an answer.',
        { tab: 'apply', compared: 'reply', asked: { isRequired: true } },
      ],
      1,
      60,
    )
    .optional(),
  formId: f
    .formId([
      'Form id',
      'The Formspree form that applications go to. If empty: the organization’s form, or else the site’s.',
      { tab: 'apply', importable: false },
    ])
    .optional(),
  certificate: f.flag([
    'Certificate',
    'The volunteer gets a certificate.',
    { tab: 'apply', public: true, compared: 'gets' },
  ]),
  reference: f.flag([
    'Reference',
    'The volunteer gets a reference on request.',
    { tab: 'apply', public: true, compared: 'gets' },
  ]),
  featured: f.flag(['Featured', 'Shown first on the home page.', { tab: 'editorial', importable: false }]),
});

export const opportunityType = defineType({
  name: 'opportunity',
  folder: 'opportunities',
  label: 'Opportunity',
  help: 'A task that an organization asks volunteers to do online.',
  title: 'title',
  localized,
  shared,
});

export type Opportunity = EntryOf<typeof opportunityType>;
