import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import sharp from 'sharp';
import { describe, expect, it } from 'vitest';
import { temporaryFolder } from '@scripts/test/temporary-folder';
import type { Asset } from '@/sources/source';
import { cachedFile } from '@/cache/cached';
import { pictureFileNames, pictureKey, readPictureFile } from './picture-files';
import { illustrate } from './illustrate';
import type { Entry } from '@/model/types/types';

const folder = temporaryFolder();

const file = 'tests/small-content/media/hero.png';
const campaign = {
  id: 'boats',
  type: 'campaign',
  locales: {},
  shared: { hero: 'hero.png' },
  origin: { label: 'campaigns/boats.yml' },
} as unknown as Entry;

/** A picture wide enough for two files in each format, and low, so that they are made soon. */
const readWide = () => sharp(file).resize({ width: 500, height: 100 }).png().toBuffer();

const halfOf = async () => {
  const whole = await readWide();
  return whole.subarray(0, whole.length / 2);
};

const drawHigh = () =>
  sharp({ create: { width: 20, height: 17_000, channels: 3, background: 'white' } })
    .png()
    .toBuffer();

const illustrateWith = (read: Asset['read']) =>
  illustrate([campaign], new Map([['hero.png', { id: 'hero.png', where: file, read }]]), folder.at());

describe('illustrate', () => {
  it('knows which files there will be, and has them once they are finished', async () => {
    const { pictures, making, missing } = await illustrateWith(readWide);
    await making.finish();
    expect(missing).toBe(0);
    const picture = pictures['hero.png'];
    const names = pictureFileNames(pictures);
    expect(picture?.avif.length).toBeGreaterThan(1);
    expect(names).toHaveLength(2 * (picture?.avif.length ?? 0));
    for (const { src, width } of picture?.webp ?? []) {
      const made = readPictureFile(path.basename(src), folder.at());
      expect(await sharp(made).metadata()).toMatchObject({ width });
    }
    const [first = ''] = names;
    const damaged = cachedFile(pictureKey(first), folder.at());
    const whole = readFileSync(damaged);
    writeFileSync(damaged, whole.subarray(0, -1));
    const again = await illustrateWith(readWide);
    await again.making.finish();
    expect(again.pictures).toEqual(pictures);
    expect(readFileSync(damaged)).toEqual(whole);
  });

  it('has of a logo what pages show, unless something else shows it too', async () => {
    const organization = {
      id: 'wells',
      type: 'organization',
      locales: {},
      shared: { logo: 'hero.png' },
      origin: { label: 'organizations/wells.yml' },
    } as unknown as Entry;
    const assets = new Map([['hero.png', { id: 'hero.png', where: file, read: readWide }]]);
    const widthsOf = async (...entries: Entry[]) => {
      const { pictures, making } = await illustrate(entries, assets, folder.at());
      await making.finish();
      const { avif = [], webp = [] } = pictures['hero.png'] ?? {};
      return [avif, webp].map((files) => files.map(({ width }) => width));
    };
    expect(await widthsOf(organization)).toEqual([[], [96, 192]]);
    const wide = await widthsOf(campaign);
    expect(wide[0]?.length).toBeGreaterThan(1);
    expect(await widthsOf(organization, campaign)).toEqual(wide);
    expect(await widthsOf(campaign, organization)).toEqual(wide);
  });

  it.each([
    ['no picture', () => Buffer.from('<html>'), 'is not a picture that can be read (Input buffer contains'],
    ['half a picture', halfOf, 'is not a picture that can be read'],
    ['one too high for any format', drawHigh, 'it would be 17000 pixels high, and 16383 are possible'],
  ])('leaves out %s, with a warning', async (_what, read, message) => {
    const { entries, problems, missing, making } = await illustrateWith(async () => read());
    await making.finish();
    expect(missing).toBe(1);
    expect(entries[0]?.shared).toEqual({});
    expect(problems[0]?.message).toContain(message);
  });

  it('fails where the system can’t keep what it made, since the picture is fine', async () => {
    const { pictures, making } = await illustrateWith(readWide);
    await making.finish();
    const [smallest] = pictures['hero.png']?.avif ?? [];
    const made = cachedFile(pictureKey(path.basename(smallest?.src ?? '')), folder.at());
    for (const name of readdirSync(folder.at())) rmSync(folder.at(name));
    // A file can't take the place of a folder: as refused as on a full disk.
    mkdirSync(made);
    const refused = await illustrateWith(readWide);
    await expect(refused.making.finish()).rejects.toMatchObject({ code: 'EISDIR' });
  });

  it('doesn’t cache a picture as complete if it was stopped before all its files were made', async () => {
    const { pictures, making } = await illustrateWith(readWide);
    making.stop();
    await making.finish();
    const files = Object.values(pictures).flatMap(({ avif, webp }) => [...avif, ...webp]);
    expect(files.length).toBeGreaterThan(2);
    expect(readdirSync(folder.at()).length).toBeLessThan(files.length);
    const again = await illustrateWith(readWide);
    await again.making.finish();
    for (const { src } of files)
      expect(existsSync(cachedFile(pictureKey(path.basename(src)), folder.at()))).toBe(true);
  });
});
