import { z } from 'zod';
import { localizedAddress, publicationStatus, sharedBasics } from './common';
import { defineType } from '../fields/define';
import * as f from '../fields/fields';
import { causes } from '../vocabularies/causes';
import { countries, regions } from '../vocabularies/countries';
import { workLanguages } from '../vocabularies/languages';
import { sdgs } from '../vocabularies/sdgs';
import { taskTypes } from '../vocabularies/task-types';

const localized = z.strictObject({
  title: f.text(['Title', 'What the campaign asks for, short enough for a poster.', { searched: true }], 90),
  ...localizedAddress,
  shortSlug: f
    .slug([
      'Short address',
      'For posters and talks: /en/c/… Left empty, it is the address.',
      { tab: 'editorial' },
    ])
    .optional(),
  summary: f.text(
    ['Summary', 'One sentence for lists and shared links. At most 160 characters.', { searched: true }],
    160,
  ),
  message: f.markdown(['Message', 'What the campaign says, and why now.'], 5000),
  callToAction: f.text(
    ['Call to action', 'The words on the button: a verb and what happens.', { searched: true }],
    50,
  ),
  heroAlt: f
    .text(['Picture, described', 'What the picture shows, for people who can’t see it.'], 200)
    .optional(),
  heroCredit: f.text(['Picture by', 'Who made it, and under what licence.'], 160).optional(),
  aftermath: f
    .markdown(['After it ends', 'The text once the campaign is over, and where readers can go next.'], 2000)
    .optional(),
  shareText: f
    .group(['Texts to share', 'Texts that are ready to share. The address is added.'], {
      short: f.lines(['Short', 'For networks with a limit: at most 220 characters.'], 220),
      long: f.lines(['Long', 'For an e-mail or a newsletter.'], 1200).optional(),
    })
    .optional(),
  figures: f
    .list(
      ['Figures', 'Numbers that say why this matters, each with its year and source.'],
      f.group(['Figure', 'A number with its year and source.'], {
        value: f.text(['Value', 'As readers see it: 2.2 billion.'], 30),
        label: f.text(['What it counts', 'A short phrase.'], 160),
        year: f.integer(['Year', 'The year that the number is for.'], 1900, 2100),
        source: f.text(['Source', 'Who published it, and in what.'], 160),
        url: f.webAddress(['Source’s address', 'Where it can be read.']).optional(),
      }),
      4,
    )
    .optional(),
  quotes: f
    .list(
      ['Quotes', 'What people say, with their consent.'],
      f.group(['Quote', 'What someone says.'], {
        text: f.lines(['Words', 'As they were said.'], 400),
        who: f.text(['Who', 'First name, role and place.'], 120),
      }),
      3,
    )
    .optional(),
});

const shared = z.strictObject({
  ...sharedBasics,
  status: publicationStatus,
  starts: f.date(['Starts', 'The first day.', { tab: 'when' }]),
  ends: f.date(['Ends', 'The last day.', { tab: 'when' }]).optional(),
  hero: f.media(['Picture', 'A wide picture, at least 1,600 pixels across.']).optional(),
  opportunities: f
    .list(
      ['Picked opportunities', 'Shown first, in this order.'],
      f.reference(['Opportunity', 'An opportunity.'], 'opportunity'),
      12,
    )
    .default([]),
  filter: f
    .group(
      [
        'Opportunities by filter',
        'Every open opportunity that matches one value of each list, as well as those picked.',
      ],
      {
        task: f
          .list(
            ['Task types', 'Any of these.'],
            f.choice(['Task type', 'A task type.'], taskTypes, 'task'),
            12,
          )
          .optional(),
        cause: f
          .list(['Causes', 'Any of these.'], f.choice(['Cause', 'A cause.'], causes, 'cause'), 16)
          .optional(),
        sdg: f.list(['Goals', 'Any of these.'], f.choice(['Goal', 'A goal.'], sdgs, 'sdg'), 17).optional(),
        country: f
          .list(['Countries', 'Any of these.'], f.code(['Country', 'A country.'], countries, 'country'), 60)
          .optional(),
        region: f
          .list(['Regions', 'Any of these.'], f.code(['Region', 'A region.'], regions, 'region'), 10)
          .optional(),
        language: f
          .list(
            ['Languages', 'Any of these.'],
            f.choice(['Language', 'A language.'], workLanguages, 'language'),
            10,
          )
          .optional(),
      },
    )
    .optional(),
  partners: f
    .list(
      ['Partners', 'Who runs the campaign together.', { tab: 'who', searched: true }],
      f.group(['Partner', 'A name, and an address where there is one.'], {
        name: f.text(['Name', 'The partner’s own name.'], 120),
        url: f.webAddress(['Address', 'Its site.']).optional(),
      }),
      12,
    )
    .default([]),
});

export const campaignType = defineType({
  name: 'campaign',
  folder: 'campaigns',
  label: 'Campaign',
  help: 'A page with a message, dates and opportunities, made to be shared.',
  title: 'title',
  localized,
  shared,
});
