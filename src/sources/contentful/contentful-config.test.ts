import { describe, expect, it } from 'vitest';
import { readConfig } from '@/config/config';
import { readContentfulConfig } from './contentful-config';

const env = {
  CONTENTFUL_SPACE_ID: 'abc',
  CONTENTFUL_DELIVERY_TOKEN: 'secret-token',
  CONTENTFUL_PREVIEW_TOKEN: 'preview-token',
};

describe('contentfulConfig', () => {
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
