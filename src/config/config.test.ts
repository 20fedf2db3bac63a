import { inspect } from 'node:util';
import { describe, expect, it } from 'vitest';
import { readConfig, addLocalServers } from './config';
import { ConfigError } from './read-values';
import { requireManagement } from './space';
import type { ConfigReader } from './variables';
import { readWebhook } from './webhook';

type Env = Readonly<Record<string, string | undefined>>;

const space = { CONTENTFUL_SPACE_ID: 'abc', CONTENTFUL_DELIVERY_TOKEN: 'secret-token' };

function errorOf(env: Env, ...readers: readonly ConfigReader[]): ConfigError {
  try {
    readConfig(env, ...readers);
  } catch (error) {
    if (error instanceof ConfigError) return error;
    throw error;
  }
  throw new Error('Nothing was refused.');
}

const refused = (env: Env, ...readers: readonly ConfigReader[]) => errorOf(env, ...readers).message;

describe('a configuration', () => {
  it('has a default for everything that needs none', () => {
    expect(readConfig({})).toMatchObject({
      site: { url: 'http://localhost:4321', isUrlSet: false, now: undefined, storesPages: true },
      content: {
        source: 'files',
        isSourceSet: false,
        dir: 'content',
        leftOutLimit: { entries: 2, share: 0.02 },
        allowedLosses: [],
      },
      contentful: { space: undefined, environment: 'master', host: undefined, timeoutMs: 30_000 },
      forms: { mode: undefined, endpoint: 'https://formspree.io', formId: undefined },
      secrets: [],
    });
  });

  it('counts an empty value as unset, and takes a stray line end off', () => {
    const empty = {
      SITE_URL: '',
      FORMS: ' ',
      CONTENT_SOURCE: '',
      CONTENT_DIR: '',
      CONTENTFUL_SPACE_ID: '\n',
    };
    expect(readConfig(empty)).toEqual(readConfig({}));
    const { deliveryToken } = readConfig({
      ...space,
      CONTENTFUL_DELIVERY_TOKEN: 'secret-token\n',
    }).contentful;
    expect(deliveryToken?.reveal()).toBe('secret-token');
  });

  it('can’t be changed', () => {
    const config = readConfig({ ...space, CONTENT_MAY_LACK: 'campaign' });
    expect(Object.isFrozen(config)).toBe(true);
    for (const part of [
      config.site,
      config.content,
      config.content.allowedLosses,
      config.content.leftOutLimit,
    ])
      expect(Object.isFrozen(part)).toBe(true);
    expect(() => Object.assign(config.content, { dir: 'elsewhere' })).toThrow(TypeError);
  });

  it('prints without what is secret', () => {
    const token = 'a-token-of-more-than-16-signs';
    const config = readConfig({ ...space, CONTENTFUL_DELIVERY_TOKEN: token });
    for (const shown of [
      inspect(config, { depth: 9, showHidden: true }),
      JSON.stringify(config),
      `${config.contentful.deliveryToken}`,
    ]) {
      expect(shown).toContain('[secret]');
      expect(shown).not.toContain(token);
    }
  });
});

describe('variables that are wrong', () => {
  it('are all told at once, each with how to fix it', () => {
    const error = errorOf({
      SITE_URL: 'volunteer.example.org',
      FORMS: 'carrier-pigeon',
      CONTENT_SOURCE: 'contentful',
      CONTENTFUL_SPACE_ID: 'abc',
      CONTENTFUL_TIMEOUT: 'soon',
    });
    expect(error.message.split('\n')).toEqual([
      '4 variables can’t be used as they are:',
      expect.stringMatching(/^ {2}SITE_URL is "volunteer\.example\.org"\. Write the site's address/),
      expect.stringMatching(/^ {2}CONTENTFUL_TIMEOUT is “soon”\. Give the seconds/),
      expect.stringMatching(/^ {2}FORMS is "carrier-pigeon"\. Set it to local, formspree, email, or leave/),
      expect.stringMatching(/^ {2}CONTENTFUL_DELIVERY_TOKEN is not set, .*Settings → API keys/),
    ]);
    expect(error.problems.map(({ variable }) => variable)).toEqual([
      'SITE_URL',
      'CONTENTFUL_TIMEOUT',
      'FORMS',
      'CONTENTFUL_DELIVERY_TOKEN',
    ]);
  });

  it('are told as they are where there is one', () => {
    const error = errorOf({ ...space, CONTENTFUL_TIMEOUT: '0' });
    expect(error.message).toBe('CONTENTFUL_TIMEOUT is “0”.');
    expect(error.hint).toBe(
      'Give the seconds to wait for one answer, from 1 to 600, or leave it unset for 30.',
    );
  });

  it.each<[ConfigReader, Env]>([
    ['build', { WEBHOOK_URL: 'nowhere', CONTENTFUL_PREVIEW_TOKEN: '' }],
    ['build', { CONTENT_SOURCE: 'files', CONTENTFUL_SPACE_ID: '../x', CONTENTFUL_HOST: 'a/b' }],
    [
      'transfer',
      { ...space, CONTENTFUL_MANAGEMENT_TOKEN: 'x', FORMS: 'pigeon', SITE_URL: 'x', SITE_NOW: 'y' },
    ],
    ['import', { CONTENTFUL_SPACE_ID: '../x', CONTENT_SOURCE: 'wordpress' }],
    ['report', { FORMS: 'pigeon' }],
    ['tests', { SITE_URL: 'x' }],
  ])('don’t matter to %s where it doesn’t read them: %j', (reader, env) => {
    expect(() => readConfig(env, reader)).not.toThrow();
  });
});

describe('SITE_URL', () => {
  it.each([
    [undefined, 'http://localhost:4321'],
    ['', 'http://localhost:4321'],
    ['https://volunteer.example.org', 'https://volunteer.example.org'],
    ['https://Volunteer.example.org:8443/', 'https://volunteer.example.org:8443'],
  ])('%j -> %s', (value, address) => {
    expect(readConfig({ SITE_URL: value }).site.url).toBe(address);
  });

  it.each([
    'volunteer.example.org',
    'ftp://example.org',
    'https://example.org/volunteer/',
    'https://example.org/?a',
    'https://me:secret@example.org',
  ])('refuses %s', (value) => {
    expect(refused({ SITE_URL: value })).toMatch(/^SITE_URL is "/);
    expect(refused({ SITE_URL: value })).not.toContain('me:secret');
  });
});

describe('SITE_NOW', () => {
  it('is an instant', () => {
    expect(readConfig({ SITE_NOW: '2026-11-25T00:00:00Z' }).site.now).toBe(1_795_564_800_000);
    expect(readConfig({ SITE_NOW: '2026-11-25T02:00:00+02:00' }).site.now).toBe(1_795_564_800_000);
    expect(readConfig({ SITE_NOW: '' }).site.now).toBeUndefined();
  });

  it.each(['tomorrow', '2026-11-25', '2026-13-25T00:00:00Z', '2026-02-30T00:00:00Z', '2026-11-25T00:00:00'])(
    'refuses %s',
    (value) => {
      expect(refused({ SITE_NOW: value })).toMatch(/Write it as 2026-11-25T00:00:00Z/);
    },
  );

  it('is confirmed by a day', () => {
    expect(readConfig({ SITE_NOW_CONFIRMED: '2026-11-25' }).site.nowConfirmed).toBe('2026-11-25');
    expect(refused({ SITE_NOW_CONFIRMED: 'yes' })).toMatch(
      /^SITE_NOW_CONFIRMED is "yes", which is not a day/,
    );
  });
});

describe('CONTENT_LEFT_OUT_LIMIT', () => {
  it('is a number of entries and a share', () => {
    expect(readConfig({ CONTENT_LEFT_OUT_LIMIT: '5, 2.5 %' }).content.leftOutLimit).toEqual({
      entries: 5,
      share: 0.025,
    });
  });

  it.each(['5', 'a few', '2,101%', '-1,2%'])('refuses %s', (value) => {
    expect(refused({ CONTENT_LEFT_OUT_LIMIT: value })).toBe(
      `CONTENT_LEFT_OUT_LIMIT is "${value}". Write it as entries and per cent, for example 2,2% (the default).`,
    );
  });
});

describe('CONTENT_MAY_LACK', () => {
  it.each([
    [undefined, []],
    [' ', []],
    ['campaign', ['campaign']],
    [' story , es,', ['story', 'es']],
  ])('%j -> %j', (value, expected) => {
    expect(readConfig({ CONTENT_MAY_LACK: value }).content.allowedLosses).toEqual(expected);
  });

  it.each(['settings', 'campaigns', 'de', 'campaign story'])('refuses “%s”', (value) => {
    expect(refused({ CONTENT_MAY_LACK: value })).toContain(
      `CONTENT_MAY_LACK names “${value}”, which a site can’t be told to do without. Write one or more of opportunity, organization, campaign, story, resource, page, synonyms, en, fr, es, addresses, separated by commas`,
    );
  });
});

describe('a space', () => {
  it.each<[string, Env, RegExp]>([
    [
      'no token',
      { CONTENTFUL_DELIVERY_TOKEN: '' },
      /^CONTENTFUL_DELIVERY_TOKEN is not set, so the space “abc”/,
    ],
    [
      'no space',
      { CONTENTFUL_SPACE_ID: undefined, CONTENT_SOURCE: 'contentful' },
      /^CONTENTFUL_SPACE_ID is not set/,
    ],
    [
      'a space that is a path',
      { CONTENTFUL_SPACE_ID: '../x' },
      /^CONTENTFUL_SPACE_ID is “..\/x”, which can’t be an id/,
    ],
    ['an environment with a space', { CONTENTFUL_ENVIRONMENT: 'a b' }, /^CONTENTFUL_ENVIRONMENT is “a b”/],
    [
      'another source',
      { CONTENT_SOURCE: 'wordpress' },
      /^CONTENT_SOURCE is “wordpress”, which is no source\.$/,
    ],
  ])('is refused with %s', (_what, change, message) => {
    expect(refused({ ...space, ...change })).toMatch(message);
  });

  it('says where in Contentful the token is', () => {
    expect(errorOf({ CONTENTFUL_SPACE_ID: 'abc' }).hint).toMatch(/Settings → API keys/);
    expect(errorOf({ CONTENTFUL_SPACE_ID: 'abc' }, 'transfer').hint).toMatch(/Settings → CMA tokens/);
  });

  it('needs both tokens for a preview', () => {
    expect(refused(space, 'preview')).toMatch(
      /^CONTENTFUL_PREVIEW_TOKEN is not set, so the drafts of the space “abc” can’t be read\.$/,
    );
  });

  it.each(['cdn.eu.contentful.com', '127.0.0.1:4600', 'localhost', 'cdn.example.org:8443'])(
    'is at %s',
    (host) => {
      expect(readConfig({ ...space, CONTENTFUL_HOST: host }).contentful.host).toBe(host);
    },
  );

  it('is not read over plain HTTP', () => {
    expect(refused({ ...space, CONTENTFUL_HOST: 'http://cdn.contentful.com' })).toBe(
      'CONTENTFUL_HOST is “http://cdn.contentful.com”: plain HTTP to Contentful is refused.',
    );
  });

  it.each(['https://cdn.contentful.com', 'a/b', 'user@host', '[::1]:4600', 'host:port'])(
    'is not at %s',
    (host) => {
      expect(refused({ ...space, CONTENTFUL_HOST: host })).toMatch(/which is not host or host:port/);
    },
  );

  it('is written to with the management token alone', () => {
    const env = { CONTENTFUL_SPACE_ID: 'abc', CONTENTFUL_MANAGEMENT_TOKEN: 'cma' };
    const { token, ...address } = requireManagement(readConfig(env, 'transfer'));
    expect(address).toEqual({ space: 'abc', environment: 'master' });
    expect(token.reveal()).toBe('cma');
    expect(() => requireManagement(readConfig({}))).toThrow(ConfigError);
  });
});

describe('a webhook', () => {
  const env = { CONTENTFUL_SPACE_ID: 'abc', CONTENTFUL_MANAGEMENT_TOKEN: 'cma' };
  const WEBHOOK_URL = 'https://api.github.com/repos/a/b/dispatches';

  it('has an address and a token', () => {
    const webhook = readWebhook(readConfig({ ...env, WEBHOOK_URL, WEBHOOK_TOKEN: 'word' }, 'setup'));
    expect(webhook?.url).toBe(WEBHOOK_URL);
    expect(webhook?.token.reveal()).toBe('word');
    expect(readWebhook(readConfig(env, 'setup'))).toBeUndefined();
  });

  it.each([
    [{ WEBHOOK_URL }, 'WEBHOOK_TOKEN is not set'],
    [{ WEBHOOK_URL: 'http://example.org/', WEBHOOK_TOKEN: 'word' }, 'WEBHOOK_URL is “http://example.org/”'],
  ])('is refused where it is %j', (change, message) => {
    expect(refused({ ...env, ...change }, 'setup')).toContain(message);
  });
});

describe('forms', () => {
  const endpointOf = (env: Env) => readConfig(env).forms.endpoint;

  it('go to Formspree, and to the inbox of this machine where they are local', () => {
    expect(endpointOf({ FORMS: '', FORMSPREE_FORM_ID: ' ', FORMSPREE_ENDPOINT: '' })).toBe(
      'https://formspree.io',
    );
    expect(endpointOf({ FORMS: 'local' })).toBe('http://127.0.0.1:4322');
  });

  it('drop the slash at the end of an endpoint', () => {
    expect(endpointOf({ FORMSPREE_ENDPOINT: 'https://forms.example.org/' })).toBe(
      'https://forms.example.org',
    );
    expect(endpointOf({ FORMSPREE_ENDPOINT: 'https://forms.example.org/a//' })).toBe(
      'https://forms.example.org/a',
    );
  });

  it.each(['http://127.0.0.1:5000', 'http://localhost:5000', 'http://[::1]:5000'])('go to %s', (endpoint) => {
    expect(endpointOf({ FORMS: 'local', FORMSPREE_ENDPOINT: endpoint })).toBe(endpoint);
  });

  it.each([
    'http://forms.example.org',
    'http://127.0.0.1.example.org',
    'ftp://127.0.0.1',
    'formspree.io',
    'https://u:p@forms.example.org',
    'https://forms.example.org/?a=b',
    'javascript:alert(1)',
  ])('don’t go to %s', (endpoint) => {
    expect(refused({ FORMSPREE_ENDPOINT: endpoint })).toMatch(/^FORMSPREE_ENDPOINT /);
    expect(refused({ FORMSPREE_ENDPOINT: endpoint })).not.toContain('u:p');
  });

  it('send nothing off this machine where they are local', () => {
    const elsewhere = { FORMSPREE_ENDPOINT: 'https://formspree.io' };
    expect(refused({ FORMS: 'local', ...elsewhere })).toMatch(/not this machine/);
    expect(refused(elsewhere, 'start')).toMatch(/not this machine/);
  });

  it('name the modes where FORMS is none of them', () => {
    expect(refused({ FORMS: 'mail' })).toBe(
      'FORMS is "mail". Set it to local, formspree, email, or leave it unset.',
    );
  });

  it('say what to give instead of a whole address', () => {
    expect(refused({ FORMSPREE_FORM_ID: 'https://formspree.io/f/abcdwxyz' })).toMatch(
      /Give only the last part/,
    );
  });
});

describe('a site on this machine', () => {
  const servers = { siteUrl: 'http://localhost:5001', inboxUrl: 'http://127.0.0.1:5002' };

  it('has the addresses of its servers', () => {
    const { site, forms } = addLocalServers(readConfig({}, 'start'), servers);
    expect(site.url).toBe(servers.siteUrl);
    expect(forms).toMatchObject({ mode: 'local', endpoint: servers.inboxUrl });
  });

  it('keeps what is set', () => {
    const env = { SITE_URL: 'https://a.example', FORMS: 'formspree', FORMSPREE_FORM_ID: 'x' };
    const { site, forms } = addLocalServers(readConfig(env, 'start'), servers);
    expect(site.url).toBe('https://a.example');
    expect(forms).toMatchObject({ mode: 'formspree', endpoint: 'https://formspree.io' });
    const endpoint = 'http://127.0.0.1:1';
    expect(addLocalServers(readConfig({ FORMSPREE_ENDPOINT: endpoint }, 'dev'), servers).forms.endpoint).toBe(
      endpoint,
    );
  });
});
