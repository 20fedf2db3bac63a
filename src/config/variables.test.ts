import { describe, expect, it } from 'vitest';
import { environmentVariables, groupNames, readerNames } from './variables';

const namesOf = (wanted: (one: (typeof environmentVariables)[number]) => boolean) =>
  environmentVariables.filter(wanted).map(({ name }) => name);

describe('the variables', () => {
  it('have the names that operators know', () => {
    expect(namesOf(({ group }) => group !== 'others' && group !== 'renderer')).toEqual([
      'SITE_URL',
      'SITE_NOW',
      'SITE_NOW_CONFIRMED',
      'SERVICE_WORKER',
      'CONTENT_SOURCE',
      'CONTENT_DIR',
      'CONTENT_LEFT_OUT_LIMIT',
      'CONTENT_MAY_LACK',
      'PUBLIC_DIR',
      'PUBLIC_MAY_REPLACE',
      'CONTENTFUL_SPACE_ID',
      'CONTENTFUL_ENVIRONMENT',
      'CONTENTFUL_DELIVERY_TOKEN',
      'CONTENTFUL_PREVIEW_TOKEN',
      'CONTENTFUL_MANAGEMENT_TOKEN',
      'CONTENTFUL_TIMEOUT',
      'CONTENTFUL_HOST',
      'WEBHOOK_URL',
      'WEBHOOK_TOKEN',
      'WEBHOOK_SIGNING_SECRET',
      'PUBLISH_STATUS_TOKEN',
      'NOTICE_WEBHOOK_URL',
      'NOTICE_SMTP_URL',
      'NOTICE_SMTP_USER',
      'NOTICE_SMTP_PASSWORD',
      'NOTICE_EMAIL_TO',
      'NOTICE_EMAIL_FROM',
      'NOTICE_AFTER_HOURS',
      'NOTICE_LINK',
      'FORMS',
      'FORMSPREE_FORM_ID',
      'FORMSPREE_ENDPOINT',
      'CHROMIUM_PATH',
      'NGINX_PATH',
    ]);
  });

  it('say which are secret', () => {
    expect(namesOf(({ secret }) => secret === 'value')).toEqual([
      'CONTENTFUL_DELIVERY_TOKEN',
      'CONTENTFUL_PREVIEW_TOKEN',
      'CONTENTFUL_MANAGEMENT_TOKEN',
      'WEBHOOK_TOKEN',
      'WEBHOOK_SIGNING_SECRET',
      'PUBLISH_STATUS_TOKEN',
      'NOTICE_WEBHOOK_URL',
      'NOTICE_SMTP_PASSWORD',
      'NETLIFY_AUTH_TOKEN',
      'CLOUDFLARE_API_TOKEN',
      'GITHUB_TOKEN',
      'GH_TOKEN',
      'NPM_TOKEN',
      'NODE_AUTH_TOKEN',
    ]);
    expect(namesOf(({ secret }) => secret === 'user-info')).toEqual([
      'SITE_URL',
      'CONTENTFUL_HOST',
      'WEBHOOK_URL',
      'NOTICE_SMTP_URL',
      'FORMSPREE_ENDPOINT',
      'HTTP_PROXY',
      'HTTPS_PROXY',
      'ALL_PROXY',
      'http_proxy',
      'https_proxy',
      'all_proxy',
    ]);
  });

  it.each(environmentVariables.map((one) => [one.name, one] as const))(
    '%s is described in a sentence, and read by somebody',
    (_, { meaning, group, readBy }) => {
      expect(meaning).toMatch(/^[A-Z`][^]*\.$/);
      expect(Object.keys(groupNames)).toContain(group);
      expect(readBy.length > 0).toBe(group !== 'others');
      for (const reader of readBy) expect(Object.keys(readerNames)).toContain(reader);
    },
  );
});
