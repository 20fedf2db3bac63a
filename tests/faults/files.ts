/** Files of which no right site can come. */
import { readdirSync } from 'node:fs';
import { mkdir, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { freshFolder } from '../build/folders';
import type { Env } from '../build/run-build';
import { changeEntry, copyOfSmallContent } from '../build/small-content';
import type { Arranged, NamedFault } from './fault';

const found: NamedFault[] = [];

export const fileFaults: readonly NamedFault[] = found;

function fault(name: string, arrange: NamedFault['arrange']): void {
  found.push({ name, kind: 'files', arrange });
}

const refusal = (env: Env, refused: string): Arranged => ({ env, refused });

fault('a folder that isn’t there', () => {
  return refusal(
    { CONTENT_DIR: '.local/test-build/nothing-here' },
    `The content folder ${path.resolve('.local/test-build/nothing-here')} can’t be read (ENOENT).\n` +
      'Set CONTENT_DIR to a folder with entries, or CONTENTFUL_SPACE_ID to build from Contentful.',
  );
});

fault('an empty folder', async () => {
  const folder = await freshFolder('content/empty');
  return refusal(
    { CONTENT_DIR: folder },
    `The content folder ${path.resolve(folder)} has no entry.\n` +
      'Put entries into its folders, or set CONTENT_DIR to a folder that has some.',
  );
});

fault('a folder whose name is a slip of the pen', async () => {
  const folder = await copyOfSmallContent('content/misspelt');
  await mkdir(`${folder}/oportunities`);
  return refusal(
    { CONTENT_DIR: folder },
    `${folder}/oportunities is a folder of no known type.\n` +
      'Rename it to one of opportunities, organizations, campaigns, stories, resources, pages, synonyms, settings, or move it out of the content folder.',
  );
});

fault(
  'site settings that can’t be read: the site would lose its name, its languages and its sample note',
  async () => {
    const folder = await copyOfSmallContent('content/broken-settings');
    await writeFile(`${folder}/settings/site.yml`, 'en:\n  name: "Online Volunteering\n');
    return refusal(
      { CONTENT_DIR: folder, FORMS: 'local' },
      'The site settings can’t be left out, since every page depends on them. Nothing was published. Fix them:\n' +
        `  ${folder}/settings/site.yml: is not valid YAML: Missing closing "quote at line 3, column 1 — Fix that line. Its earlier version is in the history.`,
    );
  },
);

fault('no site settings: the site would be shown without its sample note', async () => {
  const folder = await copyOfSmallContent('content/no-settings');
  await rm(`${folder}/settings`, { recursive: true });
  return refusal(
    { CONTENT_DIR: folder, FORMS: 'local' },
    'There are no site settings, and every page depends on them. Nothing was published. ' +
      'Publish one entry of type settings, or check that this is the right folder, space and environment.',
  );
});

fault('site settings in review', async () => {
  const folder = await copyOfSmallContent('content/settings-in-review');
  await changeEntry(folder, 'settings/site', (entry) => ({ ...entry, status: 'review' }));
  return refusal(
    { CONTENT_DIR: folder, FORMS: 'local' },
    'There are no site settings, and every page depends on them. Nothing was published. ' +
      `Publish this entry, which is a draft or in review: ${folder}/settings/site.yml.`,
  );
});

fault('two site settings, of which one would win by chance', async () => {
  const folder = await copyOfSmallContent('content/two-settings');
  await changeEntry(folder, 'settings/site', (entry) => ({ ...entry, sample: false }), 'settings/own');
  return refusal(
    { CONTENT_DIR: folder, FORMS: 'local' },
    `There are 2 entries of site settings, and a site has one: ${folder}/settings/own.yml, ${folder}/settings/site.yml. ` +
      'Nothing was published. Keep the one that is right; delete or unpublish the others.',
  );
});

const core = 'The source has nothing to show of what every site needs. Nothing was published.\n';
const publish =
  '\nPublish some entries, or check that this is the right folder, space and environment. ' +
  'For a site that is meant to do without, set CONTENT_MAY_LACK=';

fault('folders with nothing that can be shown', async () => {
  const folder = await copyOfSmallContent('content/nothing-to-show');
  await Promise.all(
    ['opportunities', 'organizations', 'stories', 'campaigns', 'pages'].map((name) =>
      rm(`${folder}/${name}`, { recursive: true }),
    ),
  );
  return refusal(
    { CONTENT_DIR: folder },
    `${core}  opportunity: none\n  organization: none\n  page: none${publish}opportunity,organization,page.`,
  );
});

fault('a folder of opportunities that was moved away', async () => {
  const folder = await copyOfSmallContent('content/no-opportunities');
  await rm(`${folder}/opportunities`, { recursive: true });
  return refusal({ CONTENT_DIR: folder }, `${core}  opportunity: none${publish}opportunity.`);
});

fault('opportunities that are all drafts', async () => {
  const folder = await copyOfSmallContent('content/drafts-only');
  const names = readdirSync(`${folder}/opportunities`).map(
    (file) => `opportunities/${path.parse(file).name}`,
  );
  for (const name of names) await changeEntry(folder, name, (entry) => ({ ...entry, status: 'draft' }));
  return refusal(
    { CONTENT_DIR: folder },
    `${core}  opportunity: 6 read, 6 of them drafts, in review, posted on a future day or waiting for such an entry, 0 left out${publish}opportunity.`,
  );
});

fault('more pictures gone than an editor would remove', async () => {
  const folder = await copyOfSmallContent('content/no-pictures');
  await rm(`${folder}/media`, { recursive: true });
  const hint = 'Upload it, or choose another.';
  return refusal(
    { CONTENT_DIR: folder, CONTENT_LEFT_OUT_LIMIT: '1,2%' },
    '2 of 2 pictures can’t be shown, and at most 1 may be missing.\n' +
      'Nothing was published. Fix these, or raise CONTENT_LEFT_OUT_LIMIT:\n' +
      `  ${folder}/campaigns/boats-and-beans.yml · hero: is the picture “hero.png”, which doesn’t exist — ${hint}\n` +
      `  ${folder}/organizations/harbour-school.yml · logo: is the picture “orgs--harbour.png”, which doesn’t exist — ${hint}`,
  );
});

/** What is wrong with two or three of the five published opportunities: by id, and as it is said. */
const spoilt = (folder: string) => ({
  'registrar-frijoles': `  ${folder}/opportunities/registrar-frijoles.yml: is not valid YAML: Nested mappings are not allowed in compact mappings at line 2, column 10 — Fix that line. Its earlier version is in the history.`,
  'caption-harbour-films': `  ${folder}/opportunities/caption-harbour-films.yml · taskTypes.0: is "juggling", which is none of the known values — Use one of: writing, translation, research, design, web, communication, teaching, project, management, advice, data, coordination.`,
  'proofread-tide-tables': `  ${folder}/opportunities/proofread-tide-tables.yml · posted: is "2026-02-30"; it must be a day that exists, written YYYY-MM-DD — Correct it as the field’s help text explains.`,
});

async function spoil(name: string, ids: readonly (keyof ReturnType<typeof spoilt>)[]) {
  const folder = await copyOfSmallContent(name);
  const fields = { taskTypes: ['juggling'] };
  if (ids.includes('caption-harbour-films'))
    await changeEntry(folder, 'opportunities/caption-harbour-films', (entry) => ({ ...entry, ...fields }));
  if (ids.includes('proofread-tide-tables'))
    await changeEntry(folder, 'opportunities/proofread-tide-tables', (entry) => ({
      ...entry,
      posted: '2026-02-30',
    }));
  if (ids.includes('registrar-frijoles'))
    await writeFile(
      `${folder}/opportunities/registrar-frijoles.yml`,
      'es:\n  title: Registrar: trescientas\n',
    );
  return { folder, reasons: ids.map((id) => spoilt(folder)[id]).join('\n') };
}

fault('three of five opportunities', async () => {
  const { folder, reasons } = await spoil('content/three-invalid', [
    'registrar-frijoles',
    'caption-harbour-films',
    'proofread-tide-tables',
  ]);
  return refusal(
    { CONTENT_DIR: folder },
    '3 of 5 entries of type opportunity would be left out, and at most 2 may be.\n' +
      `Nothing was published. Fix these entries, or raise CONTENT_LEFT_OUT_LIMIT:\n${reasons}`,
  );
});

fault('two, where the limit was lowered to one', async () => {
  const { folder, reasons } = await spoil('content/two-invalid', [
    'caption-harbour-films',
    'proofread-tide-tables',
  ]);
  return refusal(
    { CONTENT_DIR: folder, CONTENT_LEFT_OUT_LIMIT: '1,20%' },
    '2 of 5 entries of type opportunity would be left out, and at most 1 may be.\n' +
      `Nothing was published. Fix these entries, or raise CONTENT_LEFT_OUT_LIMIT:\n${reasons}`,
  );
});
