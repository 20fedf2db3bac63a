import { inspect } from 'node:util';
import { describe, expect, it } from 'vitest';
import { readConfig, addLocalServers } from './config';
import { findConfigError, findConfigMessage, spaceVariables, type TestEnvironment } from './config.fixture';
import type { CommandName } from './variable-notes';

describe('a configuration', () => {
  it('has a default for everything that needs none', () => {
    expect(readConfig({})).toMatchObject({
      site: { url: 'http://localhost:4321', now: undefined, storesPages: true },
      content: {
        source: 'files',
        dir: 'content',
        leftOutLimit: { entries: 2, share: 0.02 },
        allowedLosses: [],
      },
      contentful: { environment: 'master', timeoutMs: 30_000 },
      forms: { mode: undefined, endpoint: 'https://formspree.io' },
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
    const lineEnd = { ...spaceVariables, CONTENTFUL_DELIVERY_TOKEN: 'secret-token\n' };
    expect(readConfig(lineEnd).contentful.tokens.published?.reveal()).toBe('secret-token');
  });

  it('can’t be changed', () => {
    const { content } = readConfig({ CONTENT_MAY_LACK: 'campaign' });
    for (const part of [readConfig({}), content, content.allowedLosses, content.leftOutLimit])
      expect(Object.isFrozen(part)).toBe(true);
  });

  it('prints without what is secret', () => {
    const token = 'a-token-of-more-than-16-signs';
    const config = readConfig({ ...spaceVariables, CONTENTFUL_DELIVERY_TOKEN: token });
    for (const shown of [
      inspect(config, { depth: 9, showHidden: true }),
      JSON.stringify(config),
      `${config.contentful.tokens.published}`,
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
    const variables = ['SITE_URL', 'CONTENTFUL_TIMEOUT', 'FORMS', 'CONTENTFUL_DELIVERY_TOKEN'];
    expect(error.problems.map(({ variable }) => variable)).toEqual(variables);
    const [heading, ...lines] = error.message.split('\n');
    expect(heading).toBe('4 variables can’t be used as they are:');
    for (const [index, variable] of variables.entries())
      expect(lines[index]).toMatch(new RegExp(`^ {2}${variable} is `));
    expect(lines[0]).toContain("Write the site's address");
    expect(lines[3]).toContain('Settings → API keys');
  });

  it('are told as they are where there is one', () => {
    const error = findConfigError({ ...spaceVariables, CONTENTFUL_TIMEOUT: '0' });
    expect(error.message).toBe('CONTENTFUL_TIMEOUT is “0”.');
    expect(error.hint).toBe(
      'Give the seconds to wait for one answer, from 1 to 600, or leave it unset for 30.',
    );
  });

  it.each<[CommandName, TestEnvironment]>([
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
  it.each<[TestEnvironment, string]>([
    [{ FORMS: '', FORMSPREE_FORM_ID: ' ', FORMSPREE_ENDPOINT: '' }, 'https://formspree.io'],
    [{ FORMS: 'local' }, 'http://127.0.0.1:4322'],
    [{ FORMSPREE_ENDPOINT: 'https://forms.example.org/' }, 'https://forms.example.org'],
    [{ FORMSPREE_ENDPOINT: 'https://forms.example.org/a//' }, 'https://forms.example.org/a'],
    [{ FORMS: 'local', FORMSPREE_ENDPOINT: 'http://127.0.0.1:5000' }, 'http://127.0.0.1:5000'],
    [{ FORMS: 'local', FORMSPREE_ENDPOINT: 'http://localhost:5000' }, 'http://localhost:5000'],
    [{ FORMS: 'local', FORMSPREE_ENDPOINT: 'http://[::1]:5000' }, 'http://[::1]:5000'],
  ])('of %j go to %s', (env, endpoint) => {
    expect(readConfig(env).forms.endpoint).toBe(endpoint);
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

  it.each([
    [{ FORMS: 'mail' }, 'Set it to local, formspree, email, or leave it unset.'],
    [{ FORMSPREE_FORM_ID: 'https://formspree.io/f/abcdwxyz' }, 'Give only the last part'],
  ])('of %j are refused, with what to give instead', (env, message) => {
    expect(findConfigMessage(env)).toContain(message);
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
