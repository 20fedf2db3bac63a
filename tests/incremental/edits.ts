/** Random edits of a content folder, as editors and operators make them in the course of months. */
import { copyFile, mkdir, readdir, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import type { Random } from '@bench/content/random';
import { changeEntry, inLanguage, readEntry, writeEntry, type YamlFields } from '../build/small-content';

const languages = ['en', 'fr', 'es'] as const;

const titles = [
  'Draw a map of the wells',
  'Count the seeds',
  'Read one letter',
  'Name forty photographs',
  'Test a form',
];
const words = ['quiet', 'river', 'lantern', 'market', 'orchard', 'harbour', 'ladder', 'paper'];

export interface EditedSite {
  /** The content folder. */
  readonly folder: string;
  /** The instant of the build (ms). */
  now: number;
}

type Edit = (site: EditedSite, random: Random) => Promise<void>;

async function pickEntry(folder: string, type: string, random: Random): Promise<string> {
  const names = (await readdir(path.join(folder, type))).filter((name) => name.endsWith('.yml')).toSorted();
  return `${type}/${random.pick(names).slice(0, -'.yml'.length)}`;
}

const sentence = (random: Random) =>
  `The ${random.pick(words)} near the ${random.pick(words)} ${random.int(1, 9999)}.`;

/** Changes fields that all languages share. */
const changeOpportunity =
  (change: (random: Random) => YamlFields): Edit =>
  async ({ folder }, random) => {
    const entry = await pickEntry(folder, 'opportunities', random);
    const fields = change(random);
    await changeEntry(folder, entry, (before) => ({ ...before, ...fields }));
  };

const changeText =
  (type: string, field: string): Edit =>
  async ({ folder }, random) => {
    const entry = await pickEntry(folder, type, random);
    const language = random.pick(languages);
    const text = sentence(random);
    await changeEntry(folder, entry, (before) =>
      before[language] === undefined ? before : inLanguage(before, language, { [field]: text }),
    );
  };

const day = 86_400_000;

export const edits: Readonly<Record<string, Edit>> = {
  'a text': changeText('opportunities', 'task'),
  'a summary': changeText('opportunities', 'summary'),
  'an organization’s text': changeText('organizations', 'mission'),
  'a story': changeText('stories', 'summary'),
  'a page': changeText('pages', 'body'),
  'a setting': changeText('settings', 'tagline'),
  'a title': async ({ folder }, random) => {
    const entry = await pickEntry(folder, 'opportunities', random);
    const title = `${random.pick(titles)} ${random.int(1, 99)}`;
    await changeEntry(folder, entry, (before) => inLanguage(before, 'en', { title }));
  },
  'a name': async ({ folder }, random) => {
    const entry = await pickEntry(folder, 'organizations', random);
    const name = `School of the ${random.pick(words)} ${random.int(1, 99)}`;
    await changeEntry(folder, entry, (before) => inLanguage(before, 'en', { name }));
  },
  'a translation taken away': async ({ folder }, random) => {
    const entry = await pickEntry(folder, 'opportunities', random);
    await changeEntry(folder, entry, (before) => {
      const language = random.pick(languages.filter((one) => one !== before['originalLanguage']));
      return Object.fromEntries(Object.entries(before).filter(([field]) => field !== language));
    });
  },
  'a status': changeOpportunity((random) => ({ status: random.pick(['open', 'filled', 'paused', 'draft']) })),
  tasks: changeOpportunity((random) => ({
    taskTypes: random.shuffle(['translation', 'writing', 'data', 'design']).slice(0, random.int(1, 2)),
  })),
  hours: changeOpportunity((random) => ({ hours: { min: random.int(1, 4), max: random.int(5, 10) } })),
  languages: changeOpportunity((random) => ({
    languages: [{ language: random.pick(['en', 'fr', 'es', 'sw']), level: random.pick(['good', 'fluent']) }],
  })),
  'a closing date': changeOpportunity((random) => ({
    closes: { date: `2026-12-${String(random.int(1, 28)).padStart(2, '0')}`, zone: 'Africa/Dakar' },
  })),
  'a new opportunity': async ({ folder }, random) => {
    const like = await readEntry(folder, await pickEntry(folder, 'opportunities', random));
    const name = `made-${random.int(1, 1_000_000)}`;
    const title = `${random.pick(titles)} ${random.int(100, 999)}`;
    await writeEntry(
      folder,
      `opportunities/${name}`,
      inLanguage({ ...like, originalLanguage: 'en', posted: '2026-11-01' }, 'en', { title }),
    );
  },
  'an opportunity deleted': async ({ folder }, random) => {
    const entry = await pickEntry(folder, 'opportunities', random);
    if (path.basename(entry).startsWith('made-')) await rm(path.join(folder, `${entry}.yml`));
  },
  'the drawing of a picture': async ({ folder }, random) => {
    const pictures = (await readdir(path.join(folder, 'media'), { recursive: true }))
      .filter((name) => name.endsWith('.png'))
      .toSorted();
    const [from, to] = [random.pick(pictures), random.pick(pictures)];
    await copyFile(path.join(folder, 'media', from), path.join(folder, 'media', to));
  },
  'the opportunities of a campaign': async ({ folder }, random) => {
    const campaign = await pickEntry(folder, 'campaigns', random);
    const picked = await pickEntry(folder, 'opportunities', random);
    await changeEntry(folder, campaign, (before) => ({ ...before, opportunities: [path.basename(picked)] }));
  },
  'a page in the footer': async ({ folder }, random) => {
    const page = await pickEntry(folder, 'pages', random);
    await changeEntry(folder, page, (before) => ({ ...before, inFooter: before['inFooter'] !== true }));
  },
  'the country of an organization': async ({ folder }, random) => {
    const organization = await pickEntry(folder, 'organizations', random);
    const country = random.pick(['SN', 'KE', 'BO']);
    await changeEntry(folder, organization, (before) => ({ ...before, country }));
  },
  'a string of the interface': async ({ folder }, random) => {
    await mkdir(path.join(folder, 'i18n'), { recursive: true });
    const strings = { 'nav.search': `Look ${random.int(1, 9)}` };
    await writeFile(path.join(folder, 'i18n/en.json'), JSON.stringify(strings));
  },
  'the strings of the interface as they were': async ({ folder }) =>
    rm(path.join(folder, 'i18n'), { recursive: true, force: true }),
  'hours pass': async (site, random) => void (site.now += random.int(1, 30) * 3_600_000),
  'days pass': async (site, random) => void (site.now += random.int(1, 20) * day),
};

/** Makes some edits. Resolves to their names. */
export async function makeEdits(site: EditedSite, random: Random, count: number): Promise<string[]> {
  const made = Array.from({ length: count }, () => random.pick(Object.keys(edits)));
  for (const name of made) await edits[name]?.(site, random);
  return made;
}
