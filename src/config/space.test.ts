import { describe, expect, it } from 'vitest';
import { readConfig } from './config';
import { findConfigError, findConfigMessage, spaceVariables, type TestEnvironment } from './config.fixture';
import { ConfigError } from './read-values';
import { requireManagement, webAppHost } from './space';

describe('a space', () => {
  it.each<[TestEnvironment, string]>([
    [{ CONTENTFUL_DELIVERY_TOKEN: '' }, 'CONTENTFUL_DELIVERY_TOKEN is not set, so the space “abc”'],
    [{ CONTENTFUL_SPACE_ID: '', CONTENT_SOURCE: 'contentful' }, 'CONTENTFUL_SPACE_ID is not set'],
    [{ CONTENTFUL_SPACE_ID: '../x' }, 'CONTENTFUL_SPACE_ID is “../x”. Ids have'],
    [{ CONTENTFUL_ENVIRONMENT: 'a b' }, 'CONTENTFUL_ENVIRONMENT is “a b”'],
    [{ CONTENT_SOURCE: 'wordpress' }, 'CONTENT_SOURCE is “wordpress”. Set it to files or contentful'],
    [{ CONTENTFUL_HOST: 'http://cdn.contentful.com' }, 'Write it without a scheme'],
    ...['https://cdn.contentful.com', 'a/b', 'user@host', '[::1]:4600', 'host:port'].map(
      (host): [TestEnvironment, string] => [{ CONTENTFUL_HOST: host }, 'Write it without a scheme'],
    ),
  ])('is refused with %j', (change, message) => {
    expect(findConfigMessage({ ...spaceVariables, ...change })).toContain(message);
  });

  it('says where in Contentful the token is', () => {
    expect(findConfigError({ CONTENTFUL_SPACE_ID: 'abc' }).hint).toMatch(/Settings → API keys/);
    expect(findConfigError({ CONTENTFUL_SPACE_ID: 'abc' }, 'transfer').hint).toMatch(/Settings → CMA tokens/);
  });

  it('needs both tokens for a preview', () => {
    expect(findConfigMessage(spaceVariables, 'preview')).toContain('CONTENTFUL_PREVIEW_TOKEN is not set');
  });

  it.each(['cdn.eu.contentful.com', '127.0.0.1:4600', 'localhost', 'cdn.example.org:8443'])(
    'is at %s',
    (host) => {
      expect(readConfig({ ...spaceVariables, CONTENTFUL_HOST: host }).contentful.host).toBe(host);
    },
  );

  it('is edited in the web app of its region', () => {
    expect([undefined, '127.0.0.1:4600', 'cdn.eu.contentful.com'].map(webAppHost)).toEqual([
      'app.contentful.com',
      'app.contentful.com',
      'app.eu.contentful.com',
    ]);
  });

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
    const { webhook } = readConfig({ ...env, WEBHOOK_URL, WEBHOOK_TOKEN: 'word' }, 'setup');
    expect(webhook.url).toBe(WEBHOOK_URL);
    expect(webhook.token?.reveal()).toBe('word');
    expect(readConfig(env, 'setup').webhook.url).toBeUndefined();
  });

  it.each([
    [{ WEBHOOK_URL }, 'WEBHOOK_TOKEN is not set'],
    [{ WEBHOOK_URL: 'http://example.org/', WEBHOOK_TOKEN: 'word' }, 'WEBHOOK_URL is “http://example.org/”'],
  ])('is refused where it is %j', (change, message) => {
    expect(findConfigMessage({ ...env, ...change }, 'setup')).toContain(message);
  });
});
