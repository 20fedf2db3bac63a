import { describe, expect, it } from 'vitest';
import { readConfig } from '@/config/config';
import { readContentfulConfig } from './contentful-config';

const env = {
  CONTENTFUL_SPACE_ID: 'abc',
  CONTENTFUL_DELIVERY_TOKEN: 'secret-token',
  CONTENTFUL_PREVIEW_TOKEN: 'preview-token',
};

describe('contentfulConfig', () => {
  it('has the space, the environment and the token by which what is published is read', () => {
    const { token, ...address } = readContentfulConfig(readConfig(env));
    expect(address).toEqual({ space: 'abc', environment: 'master' });
    expect(token.reveal()).toBe('secret-token');
  });

  it('has the other token for drafts, and what the space may be without', () => {
    const config = readConfig({ ...env, CONTENT_MAY_LACK: 'campaign' }, 'preview');
    const { token, ...rest } = readContentfulConfig(config, 'drafts');
    expect(rest).toEqual({
      space: 'abc',
      environment: 'master',
      drafts: true,
      allowedLosses: new Set(['campaign']),
    });
    expect(token.reveal()).toBe('preview-token');
  });
});
