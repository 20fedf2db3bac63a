/**
 * A Delivery API of its own, written from Contentful's documentation and not from this program: whoever reads it meets
 * answers that neither our stand-in nor our model has shaped. It serves one space, with things that spaces of others have.
 */
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

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

/** An entry with tags, as editors of Contentful give them. */
const entry = (contentType: string, id: string, fields: object) => ({
  metadata: { tags: [link('Tag', 'spring2027')], concepts: [] },
  sys: { ...sys('Entry', id), contentType: link('ContentType', contentType) },
  fields,
});

const locale = (code: string, isDefault: boolean, fallbackCode: string | null) => ({
  code,
  name: code,
  default: isDefault,
  fallbackCode,
  sys: { id: `locale-${code}`, type: 'Locale', version: 1 },
});

/** German is the default, so that it carries what isn't translated; the site doesn't speak it. */
const locales = [locale('de-DE', true, null), locale('en-US', false, 'de-DE'), locale('fr', false, 'en-US')];

const contentTypes = [
  ...['opportunity', 'organization', 'campaign', 'story', 'resource', 'page', 'synonyms', 'settings'],
  ...['blogPost', 'navigationMenu'],
].map((id) => ({
  sys: sys('ContentType', id),
  name: id,
  description: '',
  displayField: 'title',
  fields: [],
}));

/** A value that all languages share. */
const shared = (value: unknown) => ({ 'de-DE': value });

const texts = (english: string, french?: string) => ({
  'de-DE': 'Ein Text, den die Website nicht zeigt.',
  'en-US': english,
  ...(french !== undefined && { fr: french }),
});

const basics = {
  originalLanguage: shared('en'),
  updated: shared('2026-10-01'),
  internalNotes: shared('Ask Jo.'),
};

const opportunity = {
  ...basics,
  title: texts('Caption twelve films', 'Sous-titrer douze films'),
  summary: texts('Films about the harbour, for people who don’t hear.'),
  task: texts('You write **captions**.'),
  deliverable: texts('A file for each film.'),
  impact: texts('Everyone can follow the films.'),
  requirements: texts('- Good hearing'),
  status: shared('open'),
  organization: shared(link('Entry', '5KsDBWseXY6QegucYAoacS')),
  taskTypes: shared(['translation']),
  languages: shared([{ language: 'en', level: 'good' }]),
  hoursMin: shared(1),
  hoursMax: shared(2.5),
  lengthKind: shared('ongoing'),
  closesDate: shared('2030-05-06'),
  closesZone: shared('Africa/Dakar'),
  flags: shared(['certificate']),
  posted: shared('2026-10-01'),
  seoScore: shared(87),
};

const richText = {
  nodeType: 'document',
  data: {},
  content: [
    {
      nodeType: 'paragraph',
      data: {},
      content: [{ nodeType: 'text', value: 'You translate letters.', marks: [{ type: 'bold' }], data: {} }],
    },
  ],
};

const entries = [
  entry('settings', '1EQEBVTEmAkqCsCg0WqkyW', {
    ...basics,
    name: texts('Harbour Volunteers'),
    tagline: texts('Help from where you are.'),
    contactEmail: shared('hello@example.org'),
    // A draft, which Delivery doesn't have.
    featuredCampaign: shared(link('Entry', '2aDraftCampaign')),
  }),
  entry('organization', '5KsDBWseXY6QegucYAoacS', {
    ...basics,
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
  entry('page', '3about', {
    ...basics,
    title: texts('About'),
    summary: texts('What this is.'),
    body: texts('A test.'),
    role: shared('about'),
  }),
  entry('opportunity', '6flat', opportunity),
  entry('opportunity', '6group', {
    ...opportunity,
    title: texts('Draw a map'),
    ...{ closesDate: undefined, closesZone: undefined },
    closes: shared({ date: '2030-05-06', zone: 'Africa/Dakar' }),
  }),
  entry('opportunity', '6half', { ...opportunity, title: texts('Count fish'), closesZone: undefined }),
  entry('opportunity', '6rich', {
    ...opportunity,
    title: texts('Translate letters'),
    task: { 'en-US': richText, fr: richText },
  }),
  entry('blogPost', '7post', { title: texts('Our spring'), body: { 'en-US': richText } }),
];

const array = (items: readonly unknown[], params: URLSearchParams) => {
  const [skip, limit] = [Number(params.get('skip') ?? 0), Number(params.get('limit') ?? 100)];
  return { sys: { type: 'Array' }, total: items.length, skip, limit, items: items.slice(skip, skip + limit) };
};

function answer(url: URL): object | undefined {
  const type = url.searchParams.get('content_type');
  switch (url.pathname.replace('/spaces/abc123/environments/master', '')) {
    case '/locales':
      return array(locales, url.searchParams);
    case '/content_types':
      return array(contentTypes, url.searchParams);
    case '/entries':
      return array(
        entries
          .filter((one) => type === null || one.sys.contentType.sys.id === type)
          .toSorted((a, b) => (a.sys.id < b.sys.id ? -1 : 1)),
        url.searchParams,
      );
    case '/assets':
      return array([], url.searchParams);
    default:
      return undefined;
  }
}

/** Serves the space on a free port of this machine until `close`. */
export async function startDeliveryServer() {
  const server = createServer((request, response) => {
    const found = answer(new URL(request.url ?? '/', 'http://localhost'));
    const isKnown = request.headers.authorization === 'Bearer delivery-key';
    const error = (id: string, message: string) => ({
      sys: { type: 'Error', id },
      message,
      requestId: '1-2-3',
    });
    const body = !isKnown
      ? error('AccessTokenInvalid', 'The access token you sent could not be found or is invalid.')
      : (found ?? error('NotFound', 'The resource could not be found.'));
    response.writeHead(isKnown ? (found ? 200 : 404) : 401, {
      'Content-Type': 'application/vnd.contentful.delivery.v1+json',
    });
    response.end(JSON.stringify(body));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    env: {
      CONTENTFUL_HOST: `127.0.0.1:${port}`,
      CONTENTFUL_SPACE_ID: 'abc123',
      CONTENTFUL_DELIVERY_TOKEN: 'delivery-key',
    },
    close: () => new Promise((resolve) => server.close(resolve)),
  };
}
