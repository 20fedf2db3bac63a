import { describe, expect, it } from 'vitest';
import { readConfig } from './config';
import { findConfigMessage } from './config.fixture';

describe('SITE_URL', () => {
  it.each([
    [undefined, 'http://localhost:4321'],
    ['', 'http://localhost:4321'],
    ['https://volunteer.example.org', 'https://volunteer.example.org'],
    ['https://Volunteer.example.org:8443/', 'https://volunteer.example.org:8443'],
  ])('%j -> %s', (value, address) => {
    expect(readConfig({ SITE_URL: value }).site.url).toBe(address);
  });

  it.each([
    'volunteer.example.org',
    'ftp://example.org',
    'https://example.org/volunteer/',
    'https://example.org/?a',
    'https://me:secret@example.org',
  ])('refuses %s', (value) => {
    expect(findConfigMessage({ SITE_URL: value })).toMatch(/^SITE_URL is “/);
    expect(findConfigMessage({ SITE_URL: value })).not.toContain('me:secret');
  });
});

describe('SITE_NOW', () => {
  it('is an instant', () => {
    expect(readConfig({ SITE_NOW: '2026-11-25T00:00:00Z' }).site.now).toBe(1_795_564_800_000);
    expect(readConfig({ SITE_NOW: '2026-11-25T02:00:00+02:00' }).site.now).toBe(1_795_564_800_000);
    expect(readConfig({ SITE_NOW: '' }).site.now).toBeUndefined();
  });

  it.each(['tomorrow', '2026-11-25', '2026-13-25T00:00:00Z', '2026-02-30T00:00:00Z', '2026-11-25T00:00:00'])(
    'refuses %s',
    (value) => {
      expect(findConfigMessage({ SITE_NOW: value })).toMatch(/Write it as 2026-11-25T00:00:00Z/);
    },
  );

  it('is confirmed by a day', () => {
    expect(readConfig({ SITE_NOW_CONFIRMED: '2026-11-25' }).site.nowConfirmed).toBe('2026-11-25');
    for (const day of ['yes', '2026-13-01', '2026-11-25T00:00:00Z'])
      expect(findConfigMessage({ SITE_NOW_CONFIRMED: day })).toContain(`${day}”. Write the day`);
  });
});

describe('CONTENT_LEFT_OUT_LIMIT', () => {
  it('is a number of entries and a share', () => {
    const { leftOutLimit } = readConfig({ CONTENT_LEFT_OUT_LIMIT: '5, 2.5 %' }).content;
    expect(leftOutLimit).toEqual({ entries: 5, share: 0.025 });
  });

  it.each(['5', 'a few', '2,101%', '-1,2%'])('refuses %s', (value) => {
    expect(findConfigMessage({ CONTENT_LEFT_OUT_LIMIT: value })).toContain(
      'Write it as entries and per cent',
    );
  });
});

describe('MONITOR_URL', () => {
  it('is an https address, or one of this machine', () => {
    for (const address of [
      'https://hc-ping.com/a-check',
      'https://hc-ping.com/@us/check',
      'http://127.0.0.1:8000/ping/a-check',
    ])
      expect(readConfig({ MONITOR_URL: address }).monitorUrl?.reveal()).toBe(address);
    expect(readConfig({ MONITOR_URL: '' }).monitorUrl).toBeUndefined();
  });

  it.each([
    'hc-ping.com/a-check',
    'http://hc-ping.com/a-check',
    'https://me:word@hc-ping.com/a-check',
    'https://status.example.org/a-check?status=up',
  ])('refuses %s without showing it', (value) => {
    expect(findConfigMessage({ MONITOR_URL: value })).toMatch(/^MONITOR_URL can’t be used/);
    expect(findConfigMessage({ MONITOR_URL: value })).not.toContain('a-check');
  });
});

describe('CONTENT_MAY_LACK', () => {
  it.each([
    [undefined, []],
    [' ', []],
    ['campaign', ['campaign']],
    [' story , es,', ['story', 'es']],
  ])('%j -> %j', (value, expected) => {
    expect(readConfig({ CONTENT_MAY_LACK: value }).content.allowedLosses).toEqual(expected);
  });

  it.each(['settings', 'campaigns', 'de', 'campaign story'])('refuses “%s”', (value) => {
    expect(findConfigMessage({ CONTENT_MAY_LACK: value })).toContain(
      `CONTENT_MAY_LACK is “${value}”. Write one or more of`,
    );
  });
});
