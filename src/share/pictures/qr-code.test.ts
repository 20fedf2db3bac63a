import fc from 'fast-check';
import jsQR from 'jsqr';
import sharp from 'sharp';
import { describe, expect, it } from 'vitest';
import { randomRuns } from '@scripts/test/random-runs';

import { qrSvg } from './qr-code';

/** Reads a drawing at a width in pixels as a camera does; undefined if it is unreadable. */
async function readCode(svg: string, width: number): Promise<string | undefined> {
  const { data, info } = await sharp(Buffer.from(svg))
    .resize({ width })
    .ensureAlpha()
    .raw()
    .toBuffer({ resolveWithObject: true });
  // It is dark on a light ground.
  const options = { inversionAttempts: 'dontInvert' } as const;
  return jsQR(new Uint8ClampedArray(data), info.width, info.height, options)?.data;
}

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
