import { describe, expect, it } from 'vitest';
import { configuredSource } from './configured';
import { SourceError } from './source';

const contentful = { CONTENTFUL_SPACE_ID: 'abc', CONTENTFUL_DELIVERY_TOKEN: 'token' };

describe('configuredSource', () => {
  it.each([
    [{}, 'files in content'],
    [{ CONTENT_DIR: 'elsewhere' }, 'files in elsewhere'],
    // What the last build remembers goes by this name, however the folder is written.
    [{ CONTENT_DIR: './content/' }, 'files in content'],
    [{ CONTENT_DIR: `${process.cwd()}/content` }, 'files in content'],
    [{ CONTENT_DIR: '/srv/content/' }, 'files in /srv/content'],
    [{ CONTENT_SOURCE: '', CONTENT_DIR: '', CONTENTFUL_SPACE_ID: '' }, 'files in content'],
    [contentful, 'Contentful space abc, environment master'],
    [{ ...contentful, CONTENT_SOURCE: 'files' }, 'files in content'],
    [
      { ...contentful, CONTENT_SOURCE: 'contentful', CONTENTFUL_ENVIRONMENT: 'staging' },
      'Contentful space abc, environment staging',
    ],
  ])('%j -> %s', (env, name) => {
    expect(configuredSource(env).name).toBe(name);
  });

  it('names the variable to mend', () => {
    expect(() => configuredSource({ CONTENT_SOURCE: 'wordpress' })).toThrow(
      'CONTENT_SOURCE is “wordpress”, which is no source.',
    );
    expect(() => configuredSource({ CONTENT_SOURCE: 'contentful' })).toThrow(
      /^CONTENTFUL_SPACE_ID is not set/,
    );
    expect(() => configuredSource({ CONTENTFUL_SPACE_ID: 'abc' })).toThrow(
      /^CONTENTFUL_DELIVERY_TOKEN is not set/,
    );
    expect(() => configuredSource({ CONTENT_SOURCE: 'wordpress' })).toThrow(SourceError);
  });
});
