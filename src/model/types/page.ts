import { z } from 'zod';
import { localizedAddress, publicationStatus, sharedBasics } from './common';
import { defineType } from '../fields/define';
import * as f from '../fields/fields';
import { pageRoles } from '../vocabularies/kinds';

const localized = z.strictObject({
  title: f.text(['Title', 'The page’s title.', { searched: true }], 120),
  ...localizedAddress,
  summary: f.text(
    ['Summary', 'One sentence for search results. At most 160 characters.', { searched: true }],
    160,
  ),
  body: f.markdown(['Text', 'The page’s text.', { searched: true }], 20000),
});

const shared = z.strictObject({
  ...sharedBasics,
  status: publicationStatus,
  role: f
    .choice(
      ['Place', 'Pages with a fixed place in the site; “other” for any further one.', { tab: 'who' }],
      pageRoles,
      'page',
    )
    .default('other'),
  inFooter: f.flag(['In the footer', 'Linked in the footer of every page.', { tab: 'editorial' }]),
  order: f
    .integer(['Order', 'Smaller comes first in the footer.', { tab: 'editorial' }], 0, 1000)
    .default(100),
});

export const pageType = defineType({
  name: 'page',
  folder: 'pages',
  label: 'Page',
  help: 'About, privacy, accessibility, terms and the like.',
  title: 'title',
  localized,
  shared,
});
