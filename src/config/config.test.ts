import { inspect } from 'node:util';
import { describe, expect, it } from 'vitest';
import { readConfig, addLocalServers } from './config';
import { findConfigError, findConfigMessage, spaceVariables, type TestEnvironment } from './config.fixture';
import type { ConfigReader } from './variables';

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
      ...spaceVariables,
      CONTENTFUL_DELIVERY_TOKEN: 'secret-token\n',
    }).contentful;
    expect(deliveryToken?.reveal()).toBe('secret-token');
  });

  it('can’t be changed', () => {
    const config = readConfig({ ...spaceVariables, CONTENT_MAY_LACK: 'campaign' });
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
    const config = readConfig({ ...spaceVariables, CONTENTFUL_DELIVERY_TOKEN: token });
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
    const error = findConfigError({
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
    const error = findConfigError({ ...spaceVariables, CONTENTFUL_TIMEOUT: '0' });
    expect(error.message).toBe('CONTENTFUL_TIMEOUT is “0”.');
    expect(error.hint).toBe(
      'Give the seconds to wait for one answer, from 1 to 600, or leave it unset for 30.',
    );
  });

  it.each<[ConfigReader, TestEnvironment]>([
    ['build', { WEBHOOK_URL: 'nowhere', CONTENTFUL_PREVIEW_TOKEN: '' }],
    ['build', { CONTENT_SOURCE: 'files', CONTENTFUL_SPACE_ID: '../x', CONTENTFUL_HOST: 'a/b' }],
    [
      'transfer',
      { ...spaceVariables, CONTENTFUL_MANAGEMENT_TOKEN: 'x', FORMS: 'pigeon', SITE_URL: 'x', SITE_NOW: 'y' },
    ],
    ['import', { CONTENTFUL_SPACE_ID: '../x', CONTENT_SOURCE: 'wordpress' }],
    ['report', { FORMS: 'pigeon' }],
    ['tests', { SITE_URL: 'x' }],
  ])('don’t matter to %s where it doesn’t read them: %j', (reader, env) => {
    expect(() => readConfig(env, reader)).not.toThrow();
  });
});

describe('forms', () => {
  const endpointOf = (env: TestEnvironment) => readConfig(env).forms.endpoint;

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
    expect(findConfigMessage({ FORMSPREE_ENDPOINT: endpoint })).toMatch(/^FORMSPREE_ENDPOINT /);
    expect(findConfigMessage({ FORMSPREE_ENDPOINT: endpoint })).not.toContain('u:p');
  });

  it('send nothing off this machine where they are local', () => {
    const elsewhere = { FORMSPREE_ENDPOINT: 'https://formspree.io' };
    expect(findConfigMessage({ FORMS: 'local', ...elsewhere })).toMatch(/not this machine/);
    expect(findConfigMessage(elsewhere, 'start')).toMatch(/not this machine/);
  });

  it('name the modes where FORMS is none of them', () => {
    expect(findConfigMessage({ FORMS: 'mail' })).toBe(
      'FORMS is "mail". Set it to local, formspree, email, or leave it unset.',
    );
  });

  it('say what to give instead of a whole address', () => {
    expect(findConfigMessage({ FORMSPREE_FORM_ID: 'https://formspree.io/f/abcdwxyz' })).toMatch(
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
