import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { decodeText, EncodingError } from './decode-text';

const latin1 = (text: string) => Buffer.from(text, 'latin1');
const utf16 = (text: string) => Buffer.from(text, 'utf16le');

describe('decodeText', () => {
  it('reads UTF-8, whatever stands in it', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (text) => {
        fc.pre(!text.includes('\0') && !text.startsWith('\uFEFF'));
        expect(decodeText(Buffer.from(text))).toBe(text);
      }),
    );
  });

  it('drops the byte order mark of UTF-8', () => {
    expect(decodeText(Buffer.from('\uFEFFtitle: é'))).toBe('title: é');
  });

  it.each([
    ['Latin-1', latin1('en:\n  title: Café\n'), 'is not UTF-8: line 2 has letters in another encoding'],
    ['a text that was cut within a letter', Buffer.from('é').subarray(0, 1), 'is not UTF-8: line 1'],
    ['UTF-16 with a mark', utf16('\uFEFFtitle: A'), 'is saved as UTF-16'],
    ['UTF-16 the other way round', utf16('\uFEFFtitle: A').swap16(), 'is saved as UTF-16'],
    ['UTF-16 without a mark', utf16('title: A'), 'is saved as UTF-16'],
    ['a damaged file', Buffer.from('title: A\0letter'), 'has a byte of zero, as a file that was damaged'],
  ])('refuses %s', (_name, bytes, message) => {
    expect(() => decodeText(bytes)).toThrow(EncodingError);
    expect(() => decodeText(bytes)).toThrow(message);
  });
});
