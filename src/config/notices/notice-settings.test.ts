import { describe, expect, it } from 'vitest';
import { readConfig } from '../config';
import { findConfigError, findConfigMessage } from '../config.fixture';

const email = { NOTICE_SMTP_URL: 'smtps://mail.example.org', NOTICE_EMAIL_TO: 'editors@example.org' };

describe('notices', () => {
  it('are off if nothing is set', () => {
    expect(readConfig({}).notices).toEqual({
      webhook: undefined,
      email: undefined,
      stalledAfterMs: 26 * 3_600_000,
      link: undefined,
    });
  });

  it('by e-mail come from the first recipient if no sender is set', () => {
    const { email: settings } = readConfig({
      ...email,
      NOTICE_EMAIL_TO: 'a@example.org, b@example.org',
    }).notices;
    expect(settings).toMatchObject({ to: ['a@example.org', 'b@example.org'], from: 'a@example.org' });
    const { email: other } = readConfig({ ...email, NOTICE_EMAIL_FROM: 'c@example.org' }).notices;
    expect(other?.from).toBe('c@example.org');
  });

  it.each([
    ['smtps://mail.example.org', { host: 'mail.example.org', port: 465, isSecure: true }],
    ['smtp://mail.example.org', { host: 'mail.example.org', port: 587, isSecure: false }],
    ['smtp://127.0.0.1:2525/', { host: '127.0.0.1', port: 2525, isSecure: false }],
    ['smtp://[::1]:25', { host: '::1', port: 25, isSecure: false }],
  ])('go through %s', (url, server) => {
    expect(readConfig({ ...email, NOTICE_SMTP_URL: url }).notices.email?.server).toEqual(server);
  });

  it.each(['mail.example.org', 'https://mail.example.org', 'smtps://', 'smtps://mail.example.org/inbox'])(
    'refuse the mail server %s',
    (url) => {
      expect(findConfigMessage({ ...email, NOTICE_SMTP_URL: url })).toMatch(/no mail server/);
    },
  );

  it('never show a password in the address of the server, or the address of a webhook', () => {
    const withPassword = { ...email, NOTICE_SMTP_URL: 'smtps://me:my-password@mail.example.org' };
    const error = findConfigError(withPassword);
    expect(`${error.message} ${error.hint}`).toMatch(/NOTICE_SMTP_PASSWORD/);
    expect(`${error.message} ${error.hint}`).not.toContain('my-password');
    expect(findConfigMessage({ NOTICE_WEBHOOK_URL: 'http://hooks.example.org/T123' })).not.toContain('T123');
    expect(
      JSON.stringify(readConfig({ NOTICE_WEBHOOK_URL: 'https://hooks.example.org/T123' })),
    ).not.toContain('T123');
  });

  it.each([
    [{ NOTICE_SMTP_URL: 'smtps://mail.example.org' }, 'NOTICE_EMAIL_TO isn’t'],
    [{ NOTICE_EMAIL_TO: 'editors@example.org' }, 'NOTICE_SMTP_URL isn’t'],
    [{ ...email, NOTICE_SMTP_USER: 'me' }, 'NOTICE_SMTP_PASSWORD isn’t'],
    [{ ...email, NOTICE_SMTP_PASSWORD: 'secret' }, 'NOTICE_SMTP_USER isn’t'],
    [{ ...email, NOTICE_EMAIL_TO: 'Editors <editors@example.org>' }, 'no e-mail address'],
    [{ ...email, NOTICE_EMAIL_FROM: 'a@example.org, b@example.org' }, 'more than one address'],
    [{ NOTICE_AFTER_HOURS: '0' }, 'NOTICE_AFTER_HOURS is “0”'],
    [{ NOTICE_LINK: 'report.html' }, 'NOTICE_LINK is no web address'],
  ])('%j: %s', (env, message) => {
    expect(findConfigMessage(env)).toContain(message);
  });
});
