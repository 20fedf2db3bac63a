/** Writes an entry through the Management API and reads it through the Delivery API. */
import { createClient } from 'contentful';
import { createClient as createManagement } from 'contentful-management';
import { startServer } from '../server.ts';

const { host, close } = await startServer();
const management = createManagement(
  { accessToken: 'local-management', host, insecure: true },
  { type: 'plain', defaults: { spaceId: 'local', environmentId: 'master' } },
);
const delivery = createClient({ space: 'local', accessToken: 'local', host, insecure: true }).withAllLocales;

const title = { id: 'title', name: 'Title', type: 'Symbol', localized: true, required: true };
const type = await management.contentType.createWithId(
  { contentTypeId: 'page' },
  { name: 'Page', displayField: 'title', fields: [title] },
);
await management.contentType.publish({ contentTypeId: 'page' }, type);
const entry = await management.entry.createWithId(
  { contentTypeId: 'page', entryId: 'hello' },
  { fields: { title: { 'en-US': 'Hello' } } },
);
await management.entry.publish({ entryId: 'hello' }, entry);

console.log((await delivery.getEntry('hello')).fields);
await close();
