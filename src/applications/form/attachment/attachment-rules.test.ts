import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  acceptedExtensions,
  acceptedMimeType,
  megabytesToBytes,
  cleanFileName,
  checkFile,
  maxNameLength,
} from './attachment-rules';

const pdf = { name: 'page.pdf', size: 1000, type: 'application/pdf' };

describe('the kinds of files that are taken', () => {
  it('are told to the browser', () => {
    expect(acceptedExtensions).toBe('.pdf,.doc,.docx,.odt,.txt,.jpg,.jpeg,.png');
  });

  it.each([
    ['page.pdf', '', 'application/pdf'],
    ['PAGE.PDF', 'application/x-pdf', 'application/pdf'],
    ['page.doc', 'application/wps-office.doc', 'application/msword'],
    ['a.b.jpeg', 'image/jpeg', 'image/jpeg'],
    ['scan', 'image/png', 'image/png'],
  ])('%s as “%s” is %s', (name, type, taken) => {
    expect(acceptedMimeType({ name, type })).toBe(taken);
  });

  it.each([
    ['run.exe', 'application/pdf'],
    ['page.pdf.exe', ''],
    ['page.html', 'text/plain'],
    ['drawing.svg', 'image/svg+xml'],
    ['scan', ''],
    ['scan', 'text/html'],
    ['constructor', ''],
    ['x.constructor', ''],
    ['', ''],
  ])('%s as “%s” is none', (name, type) => {
    expect(acceptedMimeType({ name, type })).toBeUndefined();
  });
});

describe('how large a file may be', () => {
  it.each([
    [0, 'empty'],
    [1, undefined],
    [5_000_000, undefined],
    [5_000_001, 'large'],
  ])('with %i bytes, where 5 MB are taken: %s', (size, problem) => {
    expect(checkFile({ ...pdf, size }, megabytesToBytes(5))).toBe(problem);
  });

  it('is said after what kind it is, which no smaller file mends', () => {
    expect(checkFile({ name: 'film.mp4', size: 9e9, type: 'video/mp4' }, 1)).toBe('kind');
  });
});

describe('a file’s name', () => {
  it.each([
    ['Übersetzung 1.pdf', 'Übersetzung 1.pdf'],
    ['../../etc/passwd', 'passwd'],
    ['C:\\fakepath\\page.pdf', 'page.pdf'],
    ['fdp.\u202Etxt.exe', 'fdp.txt.exe'],
    ['a\0b\nc.pdf', 'abc.pdf'],
    ['🌍.pdf', '🌍.pdf'],
    ['\u200B', 'attachment'],
  ])('%j is sent as %j', (name, sent) => {
    expect(cleanFileName(name)).toBe(sent);
  });

  it('keeps its ending where it is too long', () => {
    expect(cleanFileName(`${'x'.repeat(300)}.pdf`)).toBe(`${'x'.repeat(maxNameLength - 4)}.pdf`);
  });

  it('is one short visible line without a path, whatever it was, and stays as it is then', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 400 }), (name) => {
        const clean = cleanFileName(name);
        expect(clean).toMatch(/^[^/\\\p{Cc}\p{Cf}\p{Zl}\p{Zp}]+$/u);
        expect(clean.length).toBeLessThanOrEqual(maxNameLength);
        expect(clean.isWellFormed()).toBe(true);
        expect(cleanFileName(clean)).toBe(clean);
      }),
    );
  });
});
