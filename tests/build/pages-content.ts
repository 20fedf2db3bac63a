/** The small content with everything that the tests of pages look for. */
import { changeEntry, copyOfSmallContent, inLanguage, type YamlFields } from './small-content';

/** The end of 30 November on Kiritimati (UTC+14), where one opportunity closes. */
export const closingInstant = '2026-11-30T10:00:00.000Z';
export const justBefore = '2026-11-30T09:59:59.999Z';

/** Variables of its site: applications go to a form. */
export const pagesEnv = { FORMSPREE_FORM_ID: 'abcdwxyz', SITE_URL: 'https://volunteer.example.org' };

/** Links that an editor got wrong: each is shown as its words. */
const oddLinks = [
  '[odd-backslash](/\\evil.example)',
  '[odd-accent](/été/)',
  '[odd-anchor](/en/#nowhere)',
  '[odd-file](/data/v1/nothing.json)',
  '[odd-own](https://volunteer.example.org/en/gone/)',
  '[odd-user](https://good.example@evil.example)',
];

/** Writes it into a folder of its own, without the mark of a sample. */
export async function writePagesContent(name: string): Promise<string> {
  const folder = await copyOfSmallContent(name);
  await changeEntry(folder, 'settings/site', (entry) => ({ ...entry, sample: false }));
  await changeEntry(folder, 'opportunities/caption-harbour-films', (entry) =>
    inLanguage(
      inLanguage(entry, 'en', { slug: 'caption-boat-films', formerSlugs: ['caption-films', 'old-films'] }),
      'fr',
      { formerSlugs: ['sous-titrer-films'] },
    ),
  );
  for (const name of ['caption-harbour-films', 'registrar-frijoles', 'proofread-tide-tables'])
    await changeEntry(folder, `opportunities/${name}`, (entry) => ({ ...entry, applicantCountries: ['KE'] }));
  await changeEntry(folder, 'organizations/harbour-school', (entry) =>
    inLanguage(entry, 'en', { formerSlugs: ['port-school'] }),
  );
  await changeEntry(folder, 'opportunities/relire-carnets', (entry) =>
    // Somebody gave the old address of this page to another, which is live.
    inLanguage(entry, 'en', { formerSlugs: ['translate-nine-letters-between-gardeners'] }),
  );
  await changeEntry(
    folder,
    'opportunities/relire-carnets',
    (entry) => ({ ...inLanguage(entry, 'en', { formerSlugs: [] }), status: 'paused' }),
    'opportunities/relire-carnets-again',
  );
  await changeEntry(folder, 'opportunities/registrar-frijoles', (entry) => ({
    ...entry,
    closes: { date: '2026-11-30', zone: 'Pacific/Kiritimati' },
  }));
  await changeEntry(folder, 'resources/first-caption', (entry) =>
    inLanguage(entry, 'en', { title: 'Captions & <b>“bold” "words"</b>', slug: 'captions-and-words' }),
  );
  await changeEntry(folder, 'pages/about', (entry) =>
    inLanguage(entry, 'en', {
      body: `${String((entry['en'] as YamlFields)['body'])}\n\n${oddLinks.join(' ')}\n`,
    }),
  );
  await changeEntry(folder, 'organizations/semilla-viva', (entry) => ({
    ...entry,
    formId: 'https://formspree.io/f/abcdwxyz',
  }));
  return folder;
}
