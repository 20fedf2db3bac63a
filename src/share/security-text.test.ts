import { expect, it } from 'vitest';
import { formatSecurityText } from './security-text';

it('says whom to write to, in which languages, and until when that holds', () => {
  const contact = {
    address: 'hello@service.example',
    locales: ['en', 'fr'] as const,
    expires: '2027-05-24',
    siteUrl: 'https://example.org/',
  };
  expect(formatSecurityText(contact)).toBe(
    [
      'Contact: mailto:hello@service.example',
      'Expires: 2027-05-24T23:59:59Z',
      'Preferred-Languages: en, fr',
      'Canonical: https://example.org/.well-known/security.txt',
      '',
    ].join('\n'),
  );
});

it('stays one line, whatever the address holds', () => {
  const contact = {
    address: 'a\r\nExpires: 2099@b.example',
    locales: ['en'] as const,
    expires: '1970-06-30',
    siteUrl: 'https://example.org/',
  };
  const lines = formatSecurityText(contact).split('\n');
  expect(lines.filter((line) => line.startsWith('Expires: '))).toEqual(['Expires: 1970-06-30T23:59:59Z']);
});
