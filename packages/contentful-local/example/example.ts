/** Publishes an entry with Contentful's management client, and reads it with its delivery client. */
import { createClient } from 'contentful';
import { createClient as createManagement } from 'contentful-management';
import { environmentId, spaceId, startServer } from '../server.ts';

const fields = [{ id: 'title', name: 'Title', type: 'Symbol' }];
const page = { sys: { id: 'page', publishedVersion: 1 }, name: 'Page', displayField: 'title', fields };
const server = await startServer({ space: { contentTypes: [page] } });
const defaults = { spaceId, environmentId };
const { entry } = createManagement(server.management, { type: 'plain', defaults });
const ids = { contentTypeId: 'page', entryId: 'hello' };
await entry.publish(ids, await entry.createWithId(ids, { fields: { title: { 'en-US': 'Hello' } } }));
console.log((await createClient(server.delivery).withAllLocales.getEntry('hello')).fields);
await server.close();
