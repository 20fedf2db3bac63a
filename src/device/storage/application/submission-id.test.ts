import fc from 'fast-check';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { newSubmissionId, formatSubmissionNumber } from './submission-id';

const signs = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';

/** True where the last sign fits the others, by Luhn's formula in base 32. */
const isRight = (number: string) =>
  [...number].reverse().reduce((sum, sign, index) => {
    const product = signs.indexOf(sign) * (index % 2 === 0 ? 1 : 2);
    return sum + Math.floor(product / 32) + (product % 32);
  }, 0) %
    32 ===
  0;

const uuid = /^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/;

describe('newSubmissionId', () => {
  afterEach(() => vi.unstubAllGlobals());

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
  const id = '3f2b8c1e-9d4a-4e7b-8c1d-2a5f6b7c8d9e';

  it('is the same for an id each time, in signs that aren’t taken for others', () => {
    expect(formatSubmissionNumber(id)).toBe(formatSubmissionNumber(id));
    fc.assert(
      fc.property(fc.string({ maxLength: 64 }), (any) => {
        expect(formatSubmissionNumber(any)).toMatch(/^[0-9A-HJKMNP-TV-Z]{4}-[0-9A-HJKMNP-TV-Z]{4}$/);
        expect(isRight(formatSubmissionNumber(any).replace('-', ''))).toBe(true);
      }),
    );
  });

  it('shows any sign that was read wrongly', () => {
    const number = formatSubmissionNumber(id).replace('-', '');
    for (let place = 0; place < number.length; place += 1)
      for (const sign of signs) {
        const wrong = number.slice(0, place) + sign + number.slice(place + 1);
        expect(isRight(wrong), wrong).toBe(sign === number[place]);
      }
  });

  it('differs between ids', () => {
    // Fixed ones: of so many random ids, every two-hundredth set has two with the same number.
    const numbers = new Set(
      Array.from({ length: 20_000 }, (_, index) => formatSubmissionNumber(`id-${index}`)),
    );
    expect(numbers.size).toBe(20_000);
  });
});
