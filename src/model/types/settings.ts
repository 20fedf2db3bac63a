import { z } from 'zod';
import { sharedBasics } from './common';
import { defineType } from '../fields/define';
import * as f from '../fields/fields';
import { metrics, precisions } from '../vocabularies/metrics';

const localized = z.strictObject({
  name: f.text(['Name of the service', 'Shown on every page.'], 60),
  tagline: f.text(['Tagline', 'One sentence: what people can do here.'], 160),
  contactNote: f
    .lines(['About contact', 'When e-mails are answered, and in which languages.', { tab: 'apply' }], 300)
    .optional(),
  figureSources: f
    .list(
      ['Sources of the figures', 'Who published each figure, and in what, in this language.'],
      f.group(['Source', 'A source and the key by which figures name it.'], {
        key: f.slug(['Key', 'Small letters, digits and hyphens: fact-sheet-2005.']),
        text: f.text(['Source', 'Who published it, and in what.'], 160),
      }),
      20,
    )
    .optional(),
  figuresNote: f
    .lines(['About the figures', 'Whose figures they are, and what readers should keep in mind.'], 400)
    .optional(),
  footerLinks: f
    .list(
      ['Links in the footer', 'More links in the footer of every page, after those to pages of the site.'],
      f.group(['Link', 'Where it leads, and its text.'], {
        text: f.text(['Text', 'The link’s text: the name of the page that it leads to.'], 60),
        url: f.webAddress(['Address', 'The whole address, beginning with https://.']),
      }),
      8,
    )
    .optional(),
});

const shared = z.strictObject({
  ...sharedBasics,
  contactEmail: f
    .email([
      'Contact address',
      'Where people write to, and where applications go without a form.',
      { tab: 'apply' },
    ])
    .optional(),
  formId: f
    .formId(['Form id', 'The Formspree form that applications go to by default.', { tab: 'apply' }])
    .optional(),
  messagesFormId: f
    .formId([
      'Form id for messages',
      'The Formspree form for messages to you: registrations, proposals, reports, and whether an answer came. If empty: the form above.',
      { tab: 'apply' },
    ])
    .optional(),
  attachmentMegabytes: f
    .integer(
      [
        'Largest file, MB',
        'The largest file that applicants can send, if an opportunity asks for one. Leave it empty if your form plan accepts no files, like Formspree’s free plan.',
        { tab: 'apply' },
      ],
      1,
      25,
    )
    .optional(),
  featuredCampaign: f
    .reference(['Featured campaign', 'Shown on the home page while it runs.'], 'campaign')
    .optional(),
  figures: f
    .list(
      ['Figures', 'The service in numbers, each with its year and source.'],
      f.group(['Figure', 'A number with its year and source.'], {
        metric: f.choice(['What it counts', 'What it counts.'], metrics, 'metric'),
        value: f.number(['Value', 'The number; a share in per cent.'], 0, 1e12),
        precision: f
          .choice(
            ['How exact', 'Exact; “about” or “over” where the source says about or more than.'],
            precisions,
            'precision',
          )
          .default('exact'),
        year: f.integer(['Year', 'The year that it is for.'], 1990, 2100),
        source: f.slug(['Source', 'The key of one of the sources of the figures.']),
        url: f.webAddress(['Source’s address', 'Where it can be read.']).optional(),
      }),
      40,
    )
    .default([]),
  timeZone: f
    .timeZone([
      'Time zone of the site',
      'An opportunity appears on the day of “Posted” in this time zone.',
      { tab: 'editorial' },
    ])
    .default('UTC'),
  dataLicence: f
    .group(
      [
        'Licence of the open data',
        'What others may do with the data that the site offers. If empty: Creative Commons Attribution 4.0.',
        { tab: 'editorial' },
      ],
      {
        name: f.text(['Name', 'The name of the licence, such as Open Database License 1.0.'], 100),
        url: f.webAddress(['Address', 'Where the licence can be read.']),
      },
    )
    .optional(),
  sample: f.flag([
    'Sample content',
    'The organizations are invented: a banner says so on every page, and search engines are asked to stay away.',
    { tab: 'editorial' },
  ]),
});

export const settingsType = defineType({
  name: 'settings',
  folder: 'settings',
  label: 'Site settings',
  help: 'One entry for the whole site.',
  title: 'name',
  localized,
  shared,
});
