import { describe, expect, it } from 'vitest';
import { readSiteUrl, SiteUrlError } from './site-url';

describe('readSiteUrl', () => {
  it.each([
    [undefined, 'http://localhost:4321'],
    ['', 'http://localhost:4321'],
    ['https://volunteer.example.org', 'https://volunteer.example.org'],
    ['https://Volunteer.example.org:8443/', 'https://volunteer.example.org:8443'],
  ])('%j -> %s', (value, address) => {
    expect(readSiteUrl(value)).toBe(address);
  });

  it.each([
    'volunteer.example.org',
    'ftp://example.org',
    'https://example.org/volunteer/',
    'https://example.org/?a',
    'https://me:secret@example.org',
  ])('refuses %s', (value) => {
    expect(() => readSiteUrl(value)).toThrow(SiteUrlError);
  });
});
