/** A small space for the tests: two articles and a draft of one, their author, and a picture. */
import { createClient } from 'contentful';
import { createClient as createManagement } from 'contentful-management';
import {
  environmentId,
  spaceId,
  startServer,
  type ContentfulServer,
  type ServerOptions,
  type SpaceExport,
} from './server.ts';

const author = { sys: { type: 'Link', linkType: 'Entry', id: 'ada' } };
const article = { contentType: { sys: { id: 'article' } } };
const picturePath = 'asset-files/local/map/map.png';

export const sampleSpace: SpaceExport = {
  locales: [{ code: 'en' }, { code: 'fr', fallbackCode: 'en' }],
  contentTypes: [
    {
      sys: { id: 'article', publishedVersion: 1 },
      name: 'Article',
      displayField: 'title',
      fields: [
        {
          ...{ id: 'title', name: 'Title', type: 'Symbol', localized: true, required: true },
          validations: [{ size: { max: 20 } }],
        },
        {
          ...{ id: 'topics', name: 'Topics', type: 'Array' },
          items: { type: 'Symbol', validations: [{ in: ['boats', 'tides'] }] },
        },
        { id: 'author', name: 'Author', type: 'Link', linkType: 'Entry' },
      ],
    },
    {
      sys: { id: 'person', publishedVersion: 1 },
      name: 'Person',
      displayField: 'name',
      fields: [{ id: 'name', name: 'Name', type: 'Symbol' }],
    },
  ],
  entries: [
    {
      sys: { ...article, id: 'harbour', publishedVersion: 1 },
      fields: { title: { en: 'Harbour', fr: 'Port' }, topics: { en: ['boats'] }, author: { en: author } },
    },
    { sys: { ...article, id: 'lagoon', publishedVersion: 1 }, fields: { title: { en: 'Lagoon' } } },
    { sys: { ...article, id: 'marsh' }, fields: { title: { en: 'Marsh' } } },
    {
      sys: { id: 'ada', contentType: { sys: { id: 'person' } }, publishedVersion: 1 },
      fields: { name: { en: 'Ada' } },
    },
  ],
  assets: [
    {
      sys: { id: 'map', publishedVersion: 1 },
      fields: {
        title: { en: 'Map' },
        file: {
          en: { url: `//images.ctfassets.net/${picturePath}`, fileName: 'map.png', contentType: 'image/png' },
        },
      },
    },
  ],
};

/** Serves the sample. */
export const startSample = (options: ServerOptions = {}) =>
  startServer({ space: sampleSpace, files: new Map([[picturePath, Buffer.from('a map')]]), ...options });

/** Contentful's own client for Delivery or Preview. */
export const openDelivery = (server: ContentfulServer, api: 'delivery' | 'preview' = 'delivery') =>
  createClient({ ...server[api], retryLimit: 0 }).withAllLocales;

/** Contentful's own client for the Management API. */
export const openManagement = ({ management }: ContentfulServer) =>
  createManagement(management, { type: 'plain', defaults: { spaceId, environmentId } });
