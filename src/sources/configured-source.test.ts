import { ConfigError } from '@/config/read-values';
import { readConfig } from '@/config/config';
import { describe, expect, it } from 'vitest';
import { openConfiguredSource } from './configured-source';

const contentful = { CONTENTFUL_SPACE_ID: 'abc', CONTENTFUL_DELIVERY_TOKEN: 'token' };

describe('configuredSource', () => {
  it.each([
    [{}, 'files in content'],
    [{ CONTENT_DIR: 'elsewhere' }, 'files in elsewhere'],
    // Notes of the last build use this name, whatever the spelling of the folder.
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
    expect(openConfiguredSource(readConfig(env)).name).toBe(name);
  });

  it('names the variable that is missing', () => {
    // As `cms -- import` reads it, which asks for no space.
    const config = readConfig({}, 'import');
    const content = { ...config.content, source: 'contentful' as const };
    expect(() => openConfiguredSource({ ...config, content })).toThrow(ConfigError);
    const contentful = { ...config.contentful, space: 'abc' };
    expect(() => openConfiguredSource({ ...config, content, contentful })).toThrow(
      /^CONTENTFUL_DELIVERY_TOKEN is not set/,
    );
  });
});
