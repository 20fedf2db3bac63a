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
    ['Name', 'The organization’s name in this language, or its own name where it has no other.'],
    120,
  ),
  ...localizedAddress,
  summary: f.text(['Summary', 'One sentence for lists: what it does, where. At most 160 characters.'], 160),
  mission: f.markdown(['Mission', 'What it works for, how, and since when, in plain words.'], 4000),
  logoAlt: f.text(['Logo, described', 'What the logo shows, for people who can’t see it.'], 160).optional(),
  verifiedBy: f.text(['Verified by', 'Who checked it, or in which register.'], 120).optional(),
});

const shared = z.strictObject({
  ...sharedBasics,
  status: publicationStatus,
  acronym: f.text(['Acronym', 'If people use one.'], 20).optional(),
  kind: f.choice(
    ['Kind', 'Civil society, public body, intergovernmental or academic. Companies can’t ask for help here.'],
    organizationKinds,
    'kind',
  ),
  country: f.code(['Registered in', 'The country in which it is registered.'], countries, 'country'),
  registrationNumber: f
    .text(['Registration number', 'As it is written in the public register.'], 60)
    .optional(),
  countries: f.list(
    ['Works in', 'Countries in which it works.'],
    f.code(['Country', 'ISO 3166-1 two-letter code.'], countries, 'country'),
    40,
    1,
  ),
  causes: f.list(
    ['Causes', 'What it works for, the most important first.'],
    f.choice(['Cause', 'What it works for.'], causes, 'cause'),
    5,
    1,
  ),
  languages: f.list(
    ['Languages', 'Languages in which one can write to it.'],
    f.choice(['Language', 'A language.'], workLanguages, 'language'),
    8,
    1,
  ),
  website: f.webAddress(['Website', 'Its own site.']).optional(),
  logo: f.media(['Logo', 'A square picture, at least 256 pixels wide.']).optional(),
  replyDays: f
    .integer(['Answers within', 'Days within which it promises to answer every applicant.'], 1, 60)
    .optional(),
  replyRate: f
    .group(['Measured replies', 'What applicants said when asked whether they had an answer.'], {
      answered: f.integer(['Answered', 'How many said yes.'], 0, 1_000_000),
      asked: f.integer(['Asked', 'How many said yes or no.'], 1, 1_000_000),
      asOf: f.date(['As of', 'The day of the count.']),
    })
    .optional(),
  joined: f.date(['Joined', 'The day on which it joined this service.']),
  verifiedOn: f.date(['Verified on', 'The day on which its registration was checked.']).optional(),
  formId: f
    .formId(['Form id', 'The Formspree form that its applications go to. Left empty: the site’s.'])
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
