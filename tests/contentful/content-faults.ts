/** Faults in the content of a space. Those in an entry affect the first of its type by id. */
import { OperatorError } from '@/model/operator-error';
import { createLink } from '@/sources/contentful/wire';
import type { ExportedContent, ExportedContentType } from '../../packages/contentful-local/server.ts';
import type { BuiltSpace } from './build-space';
import {
  changeEntry,
  changeFirst,
  findDefaultCode,
  findEntriesOfType,
  readShared,
  setShared,
  type ContentFault,
} from './change-space';

function createForeignType(id: string, name: string): ExportedContentType {
  const title = { id: 'title', name: 'Title', type: 'Symbol', localized: true, required: true };
  return { sys: { id, publishedVersion: 1 }, displayField: 'title', name, fields: [title] };
}

function createForeignEntry(space: BuiltSpace, type: string, id: string): ExportedContent {
  return {
    sys: { id, contentType: { sys: { id: type } }, publishedVersion: 1 },
    fields: { title: { [findDefaultCode(space)]: 'Not one of ours' } },
  };
}

/** Makes the first opportunity its own organization and that of the second one, and a campaign feature itself. */
function addLinkCycle(space: BuiltSpace): BuiltSpace {
  const [first, second] = findEntriesOfType(space, 'opportunity', 2);
  const [campaign] = findEntriesOfType(space, 'campaign');
  if (!first || !second || !campaign) return space;
  const setLink = (changed: BuiltSpace, entry: ExportedContent, field: string, value: unknown) =>
    changeEntry(changed, entry, (found) => setShared(space, found, field, value));
  const featured = readShared(space, campaign, 'opportunities');
  const toCampaign = createLink('Entry', campaign.sys.id);
  const toFirst = createLink('Entry', first.sys.id);
  const withSelf = setLink(space, first, 'organization', toFirst);
  const withBoth = setLink(withSelf, second, 'organization', toFirst);
  return setLink(withBoth, campaign, 'opportunities', [toCampaign, ...featured]);
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
      contentTypes: [createForeignType('blogPost', 'Blog post'), createForeignType('author', 'Author')],
      entries: [createForeignEntry(space, 'blogPost', 'a-post')],
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
      contentTypes: [...space.contentTypes, createForeignType('banner', 'Banner')],
      entries: [...space.entries, createForeignEntry(space, 'banner', 'zz-banner')],
    }),
  },
  'unknown-field': {
    description: 'an opportunity has a field that the model doesn’t have',
    space: (space) =>
      changeFirst(space, 'opportunity', (entry) => setShared(space, entry, 'internalNotes', 'Call back')),
  },
  'dead-link': {
    description: 'an opportunity’s organization is not there',
    space: (space) =>
      changeFirst(space, 'opportunity', (entry) =>
        setShared(space, entry, 'organization', createLink('Entry', 'no-such-organization')),
      ),
  },
  'optional-dead-link': {
    description: 'a campaign features, among others, an opportunity that is not there',
    space: (space) =>
      changeFirst(space, 'campaign', (entry) =>
        setShared(space, entry, 'opportunities', [
          createLink('Entry', 'no-such-opportunity'),
          ...readShared(space, entry, 'opportunities'),
        ]),
      ),
  },
  'link-cycle': {
    description: 'entries lead to each other and to themselves, with the wrong types',
    space: addLinkCycle,
  },
  'missing-locale': {
    description: 'the last of the space’s locales is gone, with its texts',
    locales: (settings) => {
      if (settings.length > 1) return settings.slice(0, -1);
      throw new OperatorError('This fault needs two locales.', 'Serve a folder with two languages.');
    },
  },
  'extra-locale': {
    description: 'the space also has German, which the site doesn’t speak',
    locales: (settings) => [...settings, { code: 'de-DE' }],
    space: (space) =>
      changeFirst(space, 'opportunity', (entry) => ({
        ...entry,
        fields: { ...entry.fields, title: { ...entry.fields['title'], 'de-DE': 'Ein Handbuch übersetzen' } },
      })),
  },
  'unknown-vocabulary': {
    description: 'an opportunity has a task type that no vocabulary knows',
    space: (space) =>
      changeFirst(space, 'opportunity', (entry) => setShared(space, entry, 'taskTypes', ['juggling'])),
  },
  'wrong-shape': {
    description: 'an opportunity has texts where links, lists and groups belong',
    space: (space) =>
      changeFirst(space, 'opportunity', (entry) => {
        const texts = ['organization', 'taskTypes', 'hoursMin'];
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
} as const satisfies Record<string, ContentFault>;
