/** `npm run preview:content` over Contentful’s Preview API, as an editor who works in Contentful uses it. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { SecretValue } from '@/config/secret-value';
import { openManagement } from '@scripts/cms/management';
import { startStandIn, type ContentfulServer } from '../contentful/start';
import { freePorts } from '@scripts/test/free-ports';
import { contentfulEnv } from './run-build';
import { runServing, type Serving } from './serving';
import { smallContent } from './small-content';

let standIn: ContentfulServer;
let preview: Serving;
let origin: string;

/** A document, as a browser asks for it. */
const load = (pathname: string, headers: Readonly<Record<string, string>> = {}) =>
  fetch(`${origin}${pathname}`, { headers: { Accept: 'text/html', ...headers }, redirect: 'manual' });
const text = async (pathname: string) => (await load(pathname)).text();
const heading = (html: string) => /<h1>(.*?)<\/h1>/.exec(html)?.[1];

/** Changes the title of an entry in Contentful, and publishes nothing. */
const retitle = (id: string, title: string) =>
  openManagement({
    space: 'local',
    environment: 'master',
    host: standIn.host,
    token: new SecretValue('local-management'),
  })('changing a title', async (client) => {
    const entry = await client.entry.get({ entryId: id });
    const fields = { ...entry.fields, title: { ...(entry.fields['title'] as object), en: title } };
    return client.entry.update({ entryId: id }, { ...entry, fields });
  });

beforeAll(async () => {
  standIn = await startStandIn({ content: smallContent });
  const [port = 0, inboxPort = 0] = await freePorts(2);
  origin = `http://localhost:${port}`;
  preview = runServing('preview-content', ['--port', String(port), '--inbox-port', String(inboxPort)], {
    ...contentfulEnv(standIn),
    CONTENTFUL_PREVIEW_TOKEN: 'local-preview',
    SITE_URL: '',
  });
  await preview.saying('shows when a page is loaded again');
});
afterAll(async () => {
  preview.signal('SIGKILL');
  await standIn.close();
});

describe('a preview of Contentful', () => {
  const location = async (pathname: string, headers: Readonly<Record<string, string>> = {}) =>
    (await load(pathname, headers)).headers.get('location');

  it('finds an entry in any state by its id, in the language of the browser', async () => {
    expect(await location('/preview/zz-not-yet/')).toBe(
      '/en/opportunities/sort-the-photographs-of-the-fleet/',
    );
    expect(await location('/preview/harbour-school/?locale=fr-FR')).toMatch(/^\/fr\/organisations\/./);
    expect(await location('/preview/harbour-school/', { 'Accept-Language': 'es' })).toMatch(/^\/es\//);
    expect((await load('/preview/settings-of-nobody/')).status).toBe(404);
  });

  it('shows a draft with what is missing in its place, and says that nobody else sees it', async () => {
    const html = await text('/en/opportunities/sort-the-photographs-of-the-fleet/');
    expect(heading(html)).toContain('Sort the photographs of the fleet');
    for (const words of ['⟨What the volunteer will do⟩', 'Draft: not on the site.', 'Task types is missing.'])
      expect(html).toContain(words);
    expect(html).toContain('https://app.contentful.com/spaces/local/environments/master/entries/zz-not-yet');
    expect(await text('/en/opportunities/')).toContain('{content:" (draft)"');
  });

  it('is never listed', async () => {
    const page = await load('/en/');
    expect(page.headers.get('x-robots-tag')).toBe('noindex, nofollow');
    expect(await page.text()).toContain('<meta name="robots" content="noindex">');
    expect(await text('/robots.txt')).toBe('User-agent: *\nDisallow: /\n');
  });

  it('shows a change of a published entry when its page is loaded again, and says so', async () => {
    const page = async () => text((await location('/preview/first-caption/')) ?? '');
    expect(await page()).not.toContain('Changed since it was published.');
    await retitle('first-caption', 'Write your very first caption');
    const html = await page();
    expect(heading(html)).toContain('Write your very first caption');
    expect(html).toContain('Changed since it was published.');
  });

  it('has the content report of the next build', async () => {
    const html = await text('/preview/');
    expect(html).toContain('<h1>Content report</h1>');
    expect(html).toMatch(/Drafts and in review\s*<span class="count">1<\/span>/);
  });

  it('stops when it is told to', async () => {
    preview.signal('SIGTERM');
    expect(await preview.exited).toEqual([0, null]);
  });
});
