import { expect, it } from 'vitest';
import { formatSecurityText } from './security-text';

it('says whom to write to, in which languages, and until when that holds', () => {
  const contact = {
    address: 'hello@service.example',
    locales: ['en', 'fr'] as const,
    now: Date.parse('2026-11-25T12:00:00Z'),
  };
  expect(formatSecurityText(contact, new URL('https://example.org/'))).toBe(
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
  const contact = { address: 'a\r\nExpires: 2099@b.example', locales: ['en'] as const, now: 0 };
  const lines = formatSecurityText(contact, new URL('https://example.org/')).split('\n');
  expect(lines.filter((line) => line.startsWith('Expires: '))).toEqual(['Expires: 1970-06-30T23:59:59Z']);
});
