import { z } from 'zod';
import { localizedAddress, publicationStatus, sharedBasics } from './common';
import { defineType } from '../fields/define';
import * as f from '../fields/fields';
import { causes } from '../vocabularies/causes';
import { countries } from '../vocabularies/countries';
import { organizationKinds } from '../vocabularies/kinds';
import { workLanguages } from '../vocabularies/languages';

const localized = z.strictObject({
  name: f.text(120, { public: true, searched: true, asked: { name: 'organization_name' } }),
  ...localizedAddress,
  summary: f.text(160, { public: true, searched: true, asked: true }),
  mission: f.markdown(4000, { asked: true }),
  logoAlt: f.text(160).optional(),
  verifiedBy: f.text(120, { tab: 'editorial', importable: false }).optional(),
});

const shared = z.strictObject({
  ...sharedBasics,
  status: publicationStatus,
  acronym: f.text(20, { public: true, searched: true, asked: true }).optional(),
  kind: f.choice(organizationKinds, 'kind', { tab: 'who', public: true, searched: true, asked: true }),
  country: f.code(countries, 'country', {
    tab: 'who',
    public: true,
    searched: true,
    asked: { name: 'registered_in' },
  }),
  registrationNumber: f.text(60, { tab: 'who', public: true, asked: true }).optional(),
  countries: f.list(
    f.code(countries, 'country'),
    40,
    { tab: 'who', public: true, searched: true, asked: true },
    1,
  ),
  causes: f.list(f.choice(causes, 'cause'), 5, { public: true, searched: true, asked: true }, 1),
  languages: f.list(f.choice(workLanguages, 'language'), 8, { tab: 'who', public: true, asked: true }, 1),
  website: f.webAddress({ public: true, asked: true }).optional(),
  logo: f.media().optional(),
  replyDays: f.integer(1, 60, { tab: 'apply', public: true, asked: { isRequired: true } }).optional(),
  replyRate: f
    .group(
      {
        answered: f.integer(0, 1_000_000),
        asked: f.integer(1, 1_000_000),
        asOf: f.date(),
      },
      { tab: 'apply', public: true, importable: false },
    )
    .optional(),
  joined: f.date({ tab: 'when', public: true }),
  verifiedOn: f.date({ tab: 'editorial', public: true, importable: false }).optional(),
  formId: f.formId({ tab: 'apply', importable: false }).optional(),
});

export const organizationType = defineType({
  name: 'organization',
  folder: 'organizations',
  title: 'name',
  localized,
  shared,
});
