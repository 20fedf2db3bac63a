/** A copy of the sample content whose dates are those of today, for `npm start`. */
import { cp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import type { Config } from '@/config/config';
import { defaultContentDir } from '@/config/variables';
import { utcDay } from '@/model/time/clock';
import { shiftDates } from './shift-dates';

/** The copy, which each start replaces. */
export const recentSampleDir = '.local/sample';

/** True if a folder is that of the shipped content, and still says that it is a sample. */
async function isShippedSample(dir: string): Promise<boolean> {
  if (path.resolve(dir) !== path.resolve(defaultContentDir)) return false;
  const settings = await readFile(path.join(dir, 'settings/site.yml'), 'utf8').catch(() => '');
  return /^sample: true *$/m.test(settings);
}

/** Copies a folder of content and moves its dates to `today` (`YYYY-MM-DD`). */
export async function copyRecentSample(from: string, to: string, today: string): Promise<void> {
  await rm(to, { recursive: true, force: true });
  await cp(from, to, { recursive: true });
  const names = (await readdir(to, { recursive: true })).filter((name) => name.endsWith('.yml'));
  const texts = await Promise.all(
    names.map(async (name) => [name, await readFile(path.join(to, name), 'utf8')] as const),
  );
  const shifted = shiftDates(new Map(texts), today);
  await Promise.all([...shifted].map(([name, text]) => writeFile(path.join(to, name), text)));
}

/** The same configuration, with today's copy in place of the shipped sample; any other content stays as it is. */
export async function withRecentSample(config: Config, print: (line: string) => void): Promise<Config> {
  const { content, site } = config;
  if (content.source !== 'files' || !(await isShippedSample(content.dir))) return config;
  await copyRecentSample(content.dir, recentSampleDir, utcDay(site.now ?? Date.now()));
  print(
    `The sample's dates are moved to today, in ${recentSampleDir}/. Those in ${content.dir}/ stay as they are.`,
  );
  return { ...config, content: { ...content, dir: recentSampleDir } };
}
