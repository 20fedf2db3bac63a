/** Faults of what a space holds. Those of an entry befall the first of its type by id. */
import { toLocale } from '@/i18n/locales';
import { linkTo } from '@/sources/contentful/wire';
import { SourceError } from '@/sources/source';
import { defaultCode, sysOf, type ContentTypeResource, type Resource, type Space } from '../space';
import { mapLocalized, ofType, setShared, withEntry, withFirst } from './change';
import type { StandInFault } from './fault';

const someDay = '2026-01-01';

function foreignType(id: string, name: string): ContentTypeResource {
  const title = { id: 'title', name: 'Title', type: 'Symbol', localized: true, required: true };
  return {
    sys: sysOf('ContentType', id, someDay),
    displayField: 'title',
    name,
    description: '',
    fields: [{ ...title, validations: [], disabled: false, omitted: false }],
  };
}

function foreignEntry(space: Space, type: string, id: string): Resource {
  return {
    metadata: { tags: [], concepts: [] },
    sys: sysOf('Entry', id, someDay, type),
    fields: { title: { [defaultCode(space)]: 'Not one of ours' } },
  };
}

/** What somebody would write into a text to harm its readers. */
export const hostile = [
  '',
  '<script>alert("script")</script>',
  '<img src="x" onerror="alert(1)"> <iframe src="https://example.com"></iframe>',
  '[a link](javascript:alert%28%22link%22%29) and [another](data:text/html,x)',
  '<a href="javascript:alert(1)" style="position:fixed">a third</a>',
].join('\n\n');

const links = (field: unknown): unknown[] => (Array.isArray(field) ? field : []);

/** The first opportunity asks for help in its own name, the second in the first's, a campaign features itself. */
function linkCycle(space: Space): Space {
  const [first, second] = ofType(space, 'opportunity', 2);
  const [campaign] = ofType(space, 'campaign');
  if (!first || !second || !campaign) return space;
  const lead = (changed: Space, entry: Resource, field: string, value: unknown) =>
    withEntry(changed, entry, (found) => setShared(space, found, field, value));
  const featured = links(campaign.fields['opportunities']?.[defaultCode(space)]);
  const toCampaign = linkTo('Entry', campaign.sys.id);
  const toFirst = linkTo('Entry', first.sys.id);
  const withSelf = lead(space, first, 'organization', toFirst);
  const withBoth = lead(withSelf, second, 'organization', toFirst);
  return lead(withBoth, campaign, 'opportunities', [toCampaign, ...featured]);
}

const missingTypes = new Set(['opportunity', 'campaign']);

export const contentFaults = {
  'no-entries': {
    description: 'the space has the model, but no published entry',
    space: (space) => ({ ...space, entries: [] }),
  },
  'foreign-model': {
    description: 'the space has other content types than ours',
    space: (space) => ({
      ...space,
      contentTypes: [foreignType('blogPost', 'Blog post'), foreignType('author', 'Author')],
      entries: [foreignEntry(space, 'blogPost', 'a-post')],
    }),
  },
  'missing-type': {
    description: 'the space lacks the content types of opportunities and campaigns, and so their entries',
    space: (space) => ({
      ...space,
      contentTypes: space.contentTypes.filter(({ sys }) => !missingTypes.has(sys.id)),
      entries: space.entries.filter(({ sys }) => !missingTypes.has(sys.contentType?.sys.id ?? '')),
    }),
  },
  'unknown-type': {
    description: 'the space has a content type more than the model, with an entry',
    space: (space) => ({
      ...space,
      contentTypes: [...space.contentTypes, foreignType('banner', 'Banner')],
      entries: [...space.entries, foreignEntry(space, 'banner', 'zz-banner')],
    }),
  },
  'unknown-field': {
    description: 'an opportunity has a field that the model doesn’t have',
    space: (space) =>
      withFirst(space, 'opportunity', (entry) => setShared(space, entry, 'internalNotes', 'Call back')),
  },
  'dead-link': {
    description: 'an opportunity’s organization is not there',
    space: (space) =>
      withFirst(space, 'opportunity', (entry) =>
        setShared(space, entry, 'organization', linkTo('Entry', 'no-such-organization')),
      ),
  },
  'optional-dead-link': {
    description: 'a campaign features, among others, an opportunity that is not there',
    space: (space) =>
      withFirst(space, 'campaign', (entry) =>
        setShared(space, entry, 'opportunities', [
          linkTo('Entry', 'no-such-opportunity'),
          ...links(entry.fields['opportunities']?.[defaultCode(space)]),
        ]),
      ),
  },
  'link-cycle': {
    description: 'entries lead to each other and to themselves, with the wrong types',
    space: linkCycle,
  },
  'missing-locale': {
    description: 'the last of the space’s locales is gone, with its texts',
    locales: (settings) => {
      if (settings.length > 1) return settings.slice(0, -1);
      throw new SourceError('This fault needs two locales.', 'Serve a folder with two languages.');
    },
  },
  'duplicate-locale': {
    description: 'English is there twice, as en-US and en-GB',
    locales: (settings) => [
      { code: 'en-US' },
      { code: 'en-GB', fallbackCode: 'en-US' },
      ...settings.filter(({ code }) => toLocale(code) !== 'en').map(({ code }) => ({ code })),
    ],
  },
  'extra-locale': {
    description: 'the space also has German, which the site doesn’t speak',
    locales: (settings) => [...settings, { code: 'de-DE' }],
    space: (space) =>
      withFirst(space, 'opportunity', (entry) => ({
        ...entry,
        fields: { ...entry.fields, title: { ...entry.fields['title'], 'de-DE': 'Ein Handbuch übersetzen' } },
      })),
  },
  'null-field': {
    description: 'optional fields of an opportunity are null rather than absent',
    space: (space) =>
      withFirst(space, 'opportunity', (entry) => {
        const nulls = { ...entry, fields: { ...entry.fields, accessibility: entry.fields['title'] ?? {} } };
        return setShared(
          space,
          mapLocalized(nulls, 'accessibility', () => null),
          'timeZoneWindow',
          null,
        );
      }),
  },
  'unknown-vocabulary': {
    description: 'an opportunity has a task type that no vocabulary knows',
    space: (space) =>
      withFirst(space, 'opportunity', (entry) => setShared(space, entry, 'taskTypes', ['juggling'])),
  },
  'impossible-date': {
    description: 'an opportunity was posted on 30 February',
    space: (space) =>
      withFirst(space, 'opportunity', (entry) => setShared(space, entry, 'posted', '2026-02-30')),
  },
  'long-title': {
    description: 'an opportunity’s title has 10,000 characters',
    space: (space) =>
      withFirst(space, 'opportunity', (entry) =>
        mapLocalized(entry, 'title', () => 'Translate '.repeat(1000).trim().padEnd(10_000, '.')),
      ),
  },
  'hostile-markdown': {
    description: 'an opportunity’s task holds HTML, scripts and javascript: links',
    space: (space) =>
      withFirst(space, 'opportunity', (entry) =>
        mapLocalized(entry, 'task', (value) => `${String(value)}\n${hostile}`),
      ),
  },
  'wrong-shape': {
    description: 'an opportunity has texts where links, lists and groups belong',
    space: (space) =>
      withFirst(space, 'opportunity', (entry) => {
        const texts = ['organization', 'taskTypes', 'hours'];
        return texts.reduce((changed, field) => setShared(space, changed, field, 'some text'), entry);
      }),
  },
  'asset-without-file': {
    description: 'pictures were created, but their files never uploaded',
    space: (space) => ({
      ...space,
      assets: space.assets.map((asset) => ({ ...asset, fields: { title: asset.fields['title'] ?? {} } })),
    }),
  },
} as const satisfies Record<string, StandInFault>;
