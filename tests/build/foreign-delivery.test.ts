/**
 * A space that others have filled, with rich text, German, tags, drafts and fields of its own. Its Delivery API is written
 * from Contentful's documentation and not from this program: the answers are neither our stand-in's nor our model's.
 */
/** @module-tag core */
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { prepareAttempt, type AttemptContent } from './build-expectations';

const link = (linkType: string, id: string) => ({ sys: { type: 'Link', linkType, id } });

const sys = (type: string, id: string) => ({
  space: link('Space', 'abc123'),
  id,
  type,
  createdAt: '2025-03-04T05:06:07.089Z',
  updatedAt: '2026-10-11T12:13:14.156Z',
  environment: link('Environment', 'master'),
  publishedVersion: 41,
  revision: 7,
});

const entry = (contentType: string, id: string, fields: object) => ({
  metadata: { tags: [link('Tag', 'spring2027')], concepts: [] },
  sys: { ...sys('Entry', id), contentType: link('ContentType', contentType) },
  fields: {
    originalLanguage: shared('en'),
    updated: shared('2026-10-01'),
    internalNotes: shared('Ask Jo.'),
    ...fields,
  },
});

const locale = (code: string, isDefault: boolean, fallbackCode: string | null) => ({
  code,
  name: code,
  default: isDefault,
  fallbackCode,
  sys: { id: `locale-${code}`, type: 'Locale', version: 1 },
});

/** A value that all languages share. German is the default, so that it carries what isn't translated. */
const shared = (value: unknown) => ({ 'de-DE': value });

const texts = (english: string, french?: string) => ({
  'de-DE': 'Ein Text, den die Website nicht zeigt.',
  'en-US': english,
  ...(french !== undefined && { fr: french }),
});

const sharedFields = (fields: Readonly<Record<string, unknown>>) =>
  Object.fromEntries(Object.entries(fields).map(([name, value]) => [name, shared(value)]));

const opportunity = {
  title: texts('Caption twelve films', 'Sous-titrer douze films'),
  summary: texts('Films about the harbour, for people who don’t hear.'),
  task: texts('You write **captions**.'),
  deliverable: texts('A file for each film.'),
  impact: texts('Everyone can follow the films.'),
  requirements: texts('- Good hearing'),
  ...sharedFields({
    status: 'open',
    organization: link('Entry', '5KsDBWseXY6QegucYAoacS'),
    taskTypes: ['translation'],
    languages: [{ language: 'en', level: 'good' }],
    hoursMin: 1,
    hoursMax: 2.5,
    lengthKind: 'ongoing',
    closesDate: '2030-05-06',
    closesZone: 'Africa/Dakar',
    posted: '2026-10-01',
    seoScore: 87,
  }),
};

const richText = { 'en-US': { nodeType: 'document', data: {}, content: [] } };

const answers: Readonly<Record<string, readonly { readonly sys: { readonly id: string } }[]>> = {
  locales: [locale('de-DE', true, null), locale('en-US', false, 'de-DE'), locale('fr', false, 'en-US')],
  content_types: [
    ...['opportunity', 'organization', 'campaign', 'story', 'resource', 'page', 'synonyms', 'settings'],
    ...['blogPost', 'navigationMenu'],
  ].map((id) => ({ sys: sys('ContentType', id), name: id, fields: [] })),
  assets: [],
  entries: [
    entry('settings', '1settings', {
      name: texts('Harbour Volunteers'),
      tagline: texts('Help from where you are.'),
      contactEmail: shared('hello@example.org'),
      // A draft, which Delivery doesn't have.
      featuredCampaign: shared(link('Entry', '2aDraftCampaign')),
    }),
    entry('page', '3about', {
      title: texts('About'),
      summary: texts('What this is.'),
      body: texts('A test.'),
      role: shared('about'),
    }),
    entry('organization', '5KsDBWseXY6QegucYAoacS', {
      name: texts('Harbour School'),
      summary: texts('Teaches boat building.'),
      mission: texts('We teach boat building.'),
      kind: shared('civil'),
      registrationNumber: shared('A-118'),
      country: shared('BJ'),
      countries: shared(['BJ']),
      causes: shared(['education']),
      languages: shared(['en']),
      joined: shared('2019-03-01'),
      logo: shared(link('Asset', 'unpublishedLogo')),
    }),
    entry('opportunity', '6flat', opportunity),
    entry('opportunity', '6half', { ...opportunity, title: texts('Count fish'), closesZone: undefined }),
    entry('opportunity', '6rich', { ...opportunity, title: texts('Translate letters'), task: richText }),
    entry('blogPost', '7post', { title: texts('Our spring'), body: richText }),
  ],
};

let server: Server;
let site: AttemptContent;

beforeAll(async () => {
  server = createServer(({ url, headers }, response) => {
    const { pathname, searchParams } = new URL(url ?? '/', 'http://localhost');
    const type = searchParams.get('content_type');
    const all = answers[pathname.replace('/spaces/abc123/environments/master/', '')] ?? [];
    const found = all.filter(
      (one) => type === null || JSON.stringify(one).includes(`"ContentType","id":"${type}"`),
    );
    const [skip, limit] = ['skip', 'limit'].map((name) => Number(searchParams.get(name))) as [number, number];
    const isKnown = headers.authorization === 'Bearer delivery-key';
    response.writeHead(isKnown ? 200 : 401, { 'Content-Type': 'application/json' });
    const items = found.slice(skip, skip + (limit || 100));
    response.end(JSON.stringify({ sys: { type: 'Array' }, total: found.length, skip, limit, items }));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  site = await prepareAttempt({
    CONTENTFUL_HOST: `127.0.0.1:${port}`,
    CONTENTFUL_SPACE_ID: 'abc123',
    CONTENTFUL_DELIVERY_TOKEN: 'delivery-key',
  });
});
afterAll(() => server.close());

describe('a space that others have filled', () => {
  it('is shown, with what its flat fields say, in the languages of the site', () => {
    expect(site.content.locales).toEqual(['en', 'fr']);
    const shown = site.content.entries.find(({ id }) => id === '6flat');
    expect(shown).toMatchObject({
      shared: {
        hours: { min: 1, max: 2.5 },
        length: { kind: 'ongoing' },
        closes: { date: '2030-05-06', zone: 'Africa/Dakar' },
        organization: '5KsDBWseXY6QegucYAoacS',
      },
    });
    expect(JSON.stringify(shown)).toContain('Caption twelve films');
    expect(JSON.stringify(shown)).not.toContain('Ein Text');
  });

  it('is told what isn’t read or shown of it, and loses nothing else', () => {
    const said = site.lines.join('\n');
    expect(said).toContain('locale de-DE is none of en, fr, es');
    expect(said).toContain('not read: blogPost, navigationMenu.');
    expect(said).toMatch(/not read: .*opportunity\.internalNotes, opportunity\.seoScore/);
    expect(site.leftOut.map((line) => line.split(' — ')[0])).toEqual([
      expect.stringMatching(/^Contentful entry 6rich · en\.task: is of the type Rich Text in Contentful/),
      'Contentful entry 6half · closes.zone: is missing',
    ]);
    expect(site.warnings.join('\n')).toContain('2aDraftCampaign');
  });
});
