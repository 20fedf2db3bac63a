import { z } from 'zod';
import { localizedAddress, publicationStatus, sharedBasics } from './common';
import { defineType, type EntryOf } from '../fields/define';
import * as f from '../fields/fields';
import { causes } from '../vocabularies/causes';
import { countries } from '../vocabularies/countries';
import { organizationKinds } from '../vocabularies/kinds';
import { workLanguages } from '../vocabularies/languages';

const localized = z.strictObject({
  name: f.text(
    [
      'Name',
      'The organization’s name in this language, or its own name where it has no other.',
      { public: true, searched: true, asked: { name: 'organization_name' } },
    ],
    120,
  ),
  ...localizedAddress,
  summary: f.text(
    [
      'Summary',
      'One sentence for lists: what it does, where. At most 160 characters.',
      { public: true, searched: true, asked: true },
    ],
    160,
  ),
  mission: f.markdown(
    ['Mission', 'What it works for, how, and since when, in plain words.', { asked: true }],
    4000,
  ),
  logoAlt: f.text(['Logo, described', 'What the logo shows, for people who can’t see it.'], 160).optional(),
  verifiedBy: f
    .text(
      ['Verified by', 'Who checked it, or in which register.', { tab: 'editorial', importable: false }],
      120,
    )
    .optional(),
});

const shared = z.strictObject({
  ...sharedBasics,
  status: publicationStatus,
  acronym: f
    .text(['Acronym', 'If people use one.', { public: true, searched: true, asked: true }], 20)
    .optional(),
  kind: f.choice(
    [
      'Kind',
      'Civil society, public body, intergovernmental or academic. Companies can’t ask for help here.',
      { tab: 'who', public: true, searched: true, asked: true },
    ],
    organizationKinds,
    'kind',
  ),
  country: f.code(
    [
      'Registered in',
      'The country in which it is registered.',
      { tab: 'who', public: true, searched: true, asked: { name: 'registered_in' } },
    ],
    countries,
    'country',
  ),
  registrationNumber: f
    .text(
      [
        'Registration number',
        'As it is written in the public register.',
        { tab: 'who', public: true, asked: true },
      ],
      60,
    )
    .optional(),
  countries: f.list(
    ['Works in', 'Countries in which it works.', { tab: 'who', public: true, searched: true, asked: true }],
    f.code(['Country', 'ISO 3166-1 two-letter code.'], countries, 'country'),
    40,
    1,
  ),
  causes: f.list(
    ['Causes', 'What it works for, the most important first.', { public: true, searched: true, asked: true }],
    f.choice(['Cause', 'What it works for.'], causes, 'cause'),
    5,
    1,
  ),
  languages: f.list(
    ['Languages', 'Contact languages.', { tab: 'who', public: true, asked: true }],
    f.choice(['Language', 'A language.'], workLanguages, 'language'),
    8,
    1,
  ),
  website: f.webAddress(['Website', 'Its own site.', { public: true, asked: true }]).optional(),
  logo: f.media(['Logo', 'A square picture, at least 256 pixels wide.']).optional(),
  replyDays: f
    .integer(
      [
        'Answers within',
        'Days within which it promises to answer every applicant.',
        { tab: 'apply', public: true, asked: { isRequired: true } },
      ],
      1,
      60,
    )
    .optional(),
  replyRate: f
    .group(
      [
        'Measured replies',
        'What applicants said when asked whether they had an answer.',
        { tab: 'apply', public: true, importable: false },
      ],
      {
        answered: f.integer(['Answered', 'How many said yes.'], 0, 1_000_000),
        asked: f.integer(['Asked', 'How many said yes or no.'], 1, 1_000_000),
        asOf: f.date(['As of', 'The day of the count.']),
      },
    )
    .optional(),
  joined: f.date(['Joined', 'The day on which it joined this service.', { tab: 'when', public: true }]),
  verifiedOn: f
    .date([
      'Verified on',
      'The day on which its registration was checked.',
      { tab: 'editorial', public: true, importable: false },
    ])
    .optional(),
  formId: f
    .formId([
      'Form id',
      'The Formspree form that its applications go to. If empty: the site’s form.',
      { tab: 'apply', importable: false },
    ])
    .optional(),
});

export const organizationType = defineType({
  name: 'organization',
  folder: 'organizations',
  label: 'Organization',
  help: 'Who asks for help: civil society, a public body, intergovernmental or academic.',
  title: 'name',
  localized,
  shared,
});

export type Organization = EntryOf<typeof organizationType>;
