import fc from 'fast-check';
import { describe, expect, it, vi } from 'vitest';
import { newSubmissionId, formatSubmissionNumber } from './submission-id';

const uuid = /^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/;

describe('newSubmissionId', () => {
  it('is a new UUID each time', () => {
    expect(newSubmissionId()).toMatch(uuid);
    expect(newSubmissionId()).not.toBe(newSubmissionId());
  });

  it('is one on a plain-HTTP page too, where randomUUID is missing', () => {
    const { crypto } = globalThis;
    vi.stubGlobal('crypto', {
      getRandomValues: (bytes: Uint8Array) => crypto.getRandomValues(bytes as Uint8Array<ArrayBuffer>),
    });
    expect(newSubmissionId()).toMatch(uuid);
  });
});

describe('formatSubmissionNumber', () => {
  it('is the same for an id each time, in signs that aren’t taken for others', () => {
    expect(formatSubmissionNumber('3f2b8c1e-9d4a-4e7b-8c1d-2a5f6b7c8d9e')).toBe('3GDS-8SX6');
    fc.assert(
      fc.property(fc.string({ maxLength: 64 }), (any) => {
        expect(formatSubmissionNumber(any)).toMatch(/^[0-9A-HJKMNP-TV-Z]{4}-[0-9A-HJKMNP-TV-Z]{4}$/);
      }),
    );
  });

  it('differs between ids', () => {
    const ids = Array.from({ length: 20_000 }, (_, index) => formatSubmissionNumber(`id-${index}`));
    expect(new Set(ids).size).toBe(20_000);
  });
});
