import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { randomRuns } from '@scripts/test/random-runs';

import { readCode } from '../share.fixture';
import { qrSvg } from './qr-code';

const url = 'https://volunteer.example.org/fr/c/pretez-une-langue/';

describe('qrSvg', () => {
  it.each([150, 500])('is read back at %i pixels', async (width) => {
    expect(await readCode(qrSvg(url, 'lend-a-language'), width)).toBe(url);
  });

  it('is read back whatever the short address is', async () => {
    const slug = fc
      .stringMatching(/^[a-z0-9]{1,20}(?:-[a-z0-9]{1,20}){0,3}$/)
      .filter((text) => text.length <= 80);
    await fc.assert(
      fc.asyncProperty(slug, async (text) => {
        const address = `https://volunteer.example.org/es/c/${text}/`;
        expect(await readCode(qrSvg(address, text), 300)).toBe(address);
      }),
      { numRuns: randomRuns(25) },
    );
  });
});
