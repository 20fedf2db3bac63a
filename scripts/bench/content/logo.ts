import sharp from 'sharp';
import { randomOf } from './random';

const size = 256;

/** The PNG of an invented logo: a few shapes, 256 x 256 pixels, different for each index. */
export async function drawLogo(seed: number, index: number): Promise<Uint8Array> {
  const random = randomOf(seed, 9_000_000 + index);
  const colour = () => `hsl(${random.int(0, 359)} 45% ${random.int(25, 70)}%)`;
  const circle = () =>
    `<circle cx="${random.int(40, 216)}" cy="${random.int(40, 216)}" r="${random.int(20, 80)}" fill="${colour()}"/>`;
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="${size}" height="${size}"><rect width="${size}" height="${size}" fill="${colour()}"/>${circle()}${circle()}${circle()}</svg>`;
  return sharp(Buffer.from(svg)).png().toBuffer();
}
