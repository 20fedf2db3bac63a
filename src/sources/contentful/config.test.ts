import { describe, expect, it } from 'vitest';
import { SourceError } from '../source';
import { contentfulConfig, isLoopback, parseHost } from './config';

const env = { CONTENTFUL_SPACE_ID: 'abc', CONTENTFUL_DELIVERY_TOKEN: 'secret-token' };

describe('contentfulConfig', () => {
  it('reads space, token and environment, which is master unless named', () => {
    expect(contentfulConfig(env)).toEqual({ space: 'abc', environment: 'master', token: 'secret-token' });
    expect(contentfulConfig({ ...env, CONTENTFUL_ENVIRONMENT: 'staging' }).environment).toBe('staging');
  });

  it('takes a stray line end off, and an empty value as unset', () => {
    const config = contentfulConfig({
      ...env,
      CONTENTFUL_DELIVERY_TOKEN: 'secret-token\n',
      CONTENTFUL_HOST: '',
    });
    expect(config).toEqual({ space: 'abc', environment: 'master', token: 'secret-token' });
  });

  it.each([
    [
      'a missing token',
      { CONTENTFUL_DELIVERY_TOKEN: '' },
      /^CONTENTFUL_DELIVERY_TOKEN is not set, so the space “abc”/,
    ],
    ['a missing space', { CONTENTFUL_SPACE_ID: undefined }, /^CONTENTFUL_SPACE_ID is not set/],
    [
      'a space that is a path',
      { CONTENTFUL_SPACE_ID: '../x' },
      /^CONTENTFUL_SPACE_ID is “..\/x”, which can’t be an id/,
    ],
    ['an environment with a space', { CONTENTFUL_ENVIRONMENT: 'a b' }, /^CONTENTFUL_ENVIRONMENT is “a b”/],
  ])('names the variable of %s', (_what, change, message) => {
    expect(() => contentfulConfig({ ...env, ...change })).toThrow(message);
    expect(() => contentfulConfig({ ...env, ...change })).toThrow(SourceError);
  });

  it('says where in Contentful the token is', () => {
    const error = capture(() => contentfulConfig({ CONTENTFUL_SPACE_ID: 'abc' }));
    expect(error.hint).toMatch(/Settings → API keys/);
  });
});

describe('parseHost', () => {
  it.each(['cdn.eu.contentful.com', '127.0.0.1:4600', 'localhost', 'cdn.example.org:8443'])(
    'takes %s',
    (host) => {
      expect(parseHost(host)).toBe(host);
    },
  );

  it('refuses plain HTTP', () => {
    expect(() => parseHost('http://cdn.contentful.com')).toThrow(
      'CONTENTFUL_HOST is “http://cdn.contentful.com”: plain HTTP to Contentful is refused.',
    );
  });

  it.each(['https://cdn.contentful.com', 'a/b', 'user@host', '[::1]:4600', 'host:port'])(
    'refuses %s',
    (host) => {
      expect(() => parseHost(host)).toThrow(/which is not host or host:port/);
    },
  );
});

describe('isLoopback', () => {
  it.each([
    ['127.0.0.1:4600', true],
    ['localhost', true],
    ['localhost.example.org', false],
    ['127.0.0.1.example.org', false],
    ['cdn.contentful.com', false],
  ])('%s -> %s', (host, expected) => {
    expect(isLoopback(host)).toBe(expected);
  });
});

function capture(act: () => unknown): SourceError {
  try {
    act();
  } catch (error) {
    if (error instanceof SourceError) return error;
  }
  throw new Error('No SourceError was thrown.');
}
