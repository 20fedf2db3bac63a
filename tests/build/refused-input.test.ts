/**
 * Files and settings of which no right site can come: the build says what is wrong, where and how to mend it, exits
 * with 1, and what is live stays.
 */
import { readdirSync } from 'node:fs';
import { mkdir, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { describe, it } from 'vitest';
import { expectNoStaging, expectRefused } from './attempt';
import { freshFolder } from './folders';
import { stagings, type Env } from './run-build';
import { changeEntry, copyOfSmallContent, smallContent } from './small-content';

const before = stagings();

describe.concurrent('files that can’t be read', () => {
  it('a folder that isn’t there', async () => {
    await expectRefused(
      'no-folder',
      { CONTENT_DIR: '.local/test-build/nothing-here' },
      `The content folder ${path.resolve('.local/test-build/nothing-here')} can’t be read (ENOENT).\n` +
        'Set CONTENT_DIR to a folder with entries, or CONTENTFUL_SPACE_ID to build from Contentful.',
    );
  });

  it('an empty folder', async () => {
    const folder = await freshFolder('content/empty');
    await expectRefused(
      'empty-folder',
      { CONTENT_DIR: folder },
      `The content folder ${path.resolve(folder)} has no entry.\n` +
        'Put entries into its folders, or set CONTENT_DIR to a folder that has some.',
    );
  });

  it('a folder whose name is a slip of the pen', async () => {
    const folder = await copyOfSmallContent('content/misspelt');
    await mkdir(`${folder}/oportunities`);
    await expectRefused(
      'misspelt-folder',
      { CONTENT_DIR: folder },
      `${folder}/oportunities is a folder of no known type.\n` +
        'Rename it to one of opportunities, organizations, campaigns, stories, resources, pages, synonyms, settings, or move it out of the content folder.',
    );
  });

  it('site settings that can’t be read: the site would lose its name, its languages and its sample note', async () => {
    const folder = await copyOfSmallContent('content/broken-settings');
    await writeFile(`${folder}/settings/site.yml`, 'en:\n  name: "Online Volunteering\n');
    await expectRefused(
      'broken-settings',
      { CONTENT_DIR: folder, FORMS: 'local' },
      'The site settings can’t be left out, since every page depends on them. Nothing was published. Mend them:\n' +
        `  ${folder}/settings/site.yml: is not valid YAML: Missing closing "quote at line 3, column 1 — Mend that line; its earlier version is in the history.`,
    );
  });

  it('no site settings: the site would be shown without its sample note', async () => {
    const folder = await copyOfSmallContent('content/no-settings');
    await rm(`${folder}/settings`, { recursive: true });
    await expectRefused(
      'no-settings',
      { CONTENT_DIR: folder, FORMS: 'local' },
      'There are no site settings, and every page depends on them. Nothing was published. ' +
        'Publish one entry of type settings, or check that this is the right folder, space and environment.',
    );
  });

  it('site settings in review', async () => {
    const folder = await copyOfSmallContent('content/settings-in-review');
    await changeEntry(folder, 'settings/site', (entry) => ({ ...entry, status: 'review' }));
    await expectRefused(
      'settings-in-review',
      { CONTENT_DIR: folder, FORMS: 'local' },
      'There are no site settings, and every page depends on them. Nothing was published. ' +
        `Publish this entry, which is a draft or in review: ${folder}/settings/site.yml.`,
    );
  });

  it('two site settings, of which one would win by chance', async () => {
    const folder = await copyOfSmallContent('content/two-settings');
    await changeEntry(folder, 'settings/site', (entry) => ({ ...entry, sample: false }), 'settings/own');
    await expectRefused(
      'two-settings',
      { CONTENT_DIR: folder, FORMS: 'local' },
      `There are 2 entries of site settings, and a site has one: ${folder}/settings/own.yml, ${folder}/settings/site.yml. ` +
        'Nothing was published. Keep the one that is right; delete or unpublish the others.',
    );
  });

  const core = 'The source has nothing to show of what every site needs. Nothing was published.\n';
  const publish =
    '\nPublish some entries, or check that this is the right folder, space and environment. ' +
    'For a site that is meant to do without, set CONTENT_MAY_LACK=';

  it('folders with nothing that can be shown', async () => {
    const folder = await copyOfSmallContent('content/nothing-to-show');
    await Promise.all(
      ['opportunities', 'organizations', 'stories', 'campaigns', 'pages'].map((name) =>
        rm(`${folder}/${name}`, { recursive: true }),
      ),
    );
    await expectRefused(
      'nothing-to-show',
      { CONTENT_DIR: folder },
      `${core}  opportunity: none\n  organization: none\n  page: none${publish}opportunity,organization,page.`,
    );
  });

  it('a folder of opportunities that was moved away', async () => {
    const folder = await copyOfSmallContent('content/no-opportunities');
    await rm(`${folder}/opportunities`, { recursive: true });
    await expectRefused(
      'no-opportunities',
      { CONTENT_DIR: folder },
      `${core}  opportunity: none${publish}opportunity.`,
    );
  });

  it('opportunities that are all drafts', async () => {
    const folder = await copyOfSmallContent('content/drafts-only');
    const names = readdirSync(`${folder}/opportunities`).map(
      (file) => `opportunities/${path.parse(file).name}`,
    );
    for (const name of names) await changeEntry(folder, name, (entry) => ({ ...entry, status: 'draft' }));
    await expectRefused(
      'drafts-only',
      { CONTENT_DIR: folder },
      `${core}  opportunity: 6 read, 6 of them drafts or in review, 0 left out${publish}opportunity.`,
    );
  });

  it('more pictures gone than an editor can have meant', async () => {
    const folder = await copyOfSmallContent('content/no-pictures');
    await rm(`${folder}/media`, { recursive: true });
    const hint = 'Upload it, or choose another.';
    await expectRefused(
      'no-pictures',
      { CONTENT_DIR: folder, CONTENT_LEFT_OUT_LIMIT: '1,2%' },
      '2 of 2 pictures can’t be shown, and at most 1 may be missing.\n' +
        'Nothing was published. Mend these, or raise CONTENT_LEFT_OUT_LIMIT:\n' +
        `  ${folder}/campaigns/boats-and-beans.yml · hero: is the picture “hero.png”, which doesn’t exist — ${hint}\n` +
        `  ${folder}/organizations/harbour-school.yml · logo: is the picture “orgs--harbour.png”, which doesn’t exist — ${hint}`,
    );
  });
});

/** What is wrong with two or three of the five published opportunities: by id, and as it is said. */
const spoilt = (folder: string) => ({
  'registrar-frijoles': `  ${folder}/opportunities/registrar-frijoles.yml: is not valid YAML: Nested mappings are not allowed in compact mappings at line 2, column 10 — Mend that line; its earlier version is in the history.`,
  'caption-harbour-films': `  ${folder}/opportunities/caption-harbour-films.yml · taskTypes.0: is "juggling", which is none of the known values — Use one of: writing, translation, research, design, web, communication, teaching, project, management, advice, data, coordination.`,
  'proofread-tide-tables': `  ${folder}/opportunities/proofread-tide-tables.yml · posted: is "2026-02-30"; it must be a day that exists, written YYYY-MM-DD — Correct it as the field’s help text says.`,
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

describe.concurrent('more entries left out than an editor can have meant', () => {
  it('three of five opportunities', async () => {
    const { folder, reasons } = await spoil('content/three-invalid', [
      'registrar-frijoles',
      'caption-harbour-films',
      'proofread-tide-tables',
    ]);
    await expectRefused(
      'three-invalid',
      { CONTENT_DIR: folder },
      '3 of 5 entries of type opportunity would be left out, and at most 2 may be.\n' +
        `Nothing was published. Mend these entries, or raise CONTENT_LEFT_OUT_LIMIT:\n${reasons}`,
    );
  });

  it('two, where the limit was lowered to one', async () => {
    const { folder, reasons } = await spoil('content/two-invalid', [
      'caption-harbour-films',
      'proofread-tide-tables',
    ]);
    await expectRefused(
      'two-invalid',
      { CONTENT_DIR: folder, CONTENT_LEFT_OUT_LIMIT: '1,20%' },
      '2 of 5 entries of type opportunity would be left out, and at most 1 may be.\n' +
        `Nothing was published. Mend these entries, or raise CONTENT_LEFT_OUT_LIMIT:\n${reasons}`,
    );
  });
});

describe.concurrent('settings that make no sense', () => {
  const small = { CONTENT_DIR: smallContent };
  const limit = (value: string) =>
    `CONTENT_LEFT_OUT_LIMIT is "${value}". Write it as entries and per cent, for example 2,2% (the default).`;
  const clock = (value: string) =>
    `SITE_NOW is "${value}", which is not an instant. Write it as 2026-11-25T00:00:00Z, or leave it unset for the real time.`;
  const cases: [string, Env, string][] = [
    [
      'CONTENT_SOURCE',
      { CONTENT_SOURCE: 'wordpress' },
      'CONTENT_SOURCE is “wordpress”, which is no source.\nSet it to files or contentful, or leave it unset.',
    ],
    ['SITE_NOW in words', { SITE_NOW: 'yesterday' }, clock('yesterday')],
    ['SITE_NOW without a zone', { SITE_NOW: '2026-11-25T12:00:00' }, clock('2026-11-25T12:00:00')],
    ['SITE_NOW on no day', { SITE_NOW: '2026-02-30T12:00:00Z' }, clock('2026-02-30T12:00:00Z')],
    ['CONTENT_LEFT_OUT_LIMIT in words', { CONTENT_LEFT_OUT_LIMIT: 'a few' }, limit('a few')],
    ['CONTENT_LEFT_OUT_LIMIT as one number', { CONTENT_LEFT_OUT_LIMIT: '5' }, limit('5')],
    ['CONTENT_LEFT_OUT_LIMIT past everything', { CONTENT_LEFT_OUT_LIMIT: '2,101%' }, limit('2,101%')],
    [
      'CONTENT_MAY_LACK',
      { CONTENT_MAY_LACK: 'campaign,settings' },
      'CONTENT_MAY_LACK names “settings”, which a site can’t be told to do without. Write one or more of opportunity, organization, campaign, story, resource, page, synonyms, en, fr, es, separated by commas, or leave it unset.',
    ],
    [
      'FORMS',
      { FORMS: 'carrier-pigeon' },
      'FORMS is "carrier-pigeon". Set it to local, formspree, email, or leave it unset.',
    ],
    [
      'FORMSPREE_FORM_ID',
      { FORMSPREE_FORM_ID: 'https://formspree.io/f/abcdwxyz' },
      'FORMSPREE_FORM_ID is "https://formspree.io/f/abcdwxyz", which is no form id. Give only the last part of the form\'s address: for https://formspree.io/f/abcdwxyz that is abcdwxyz.',
    ],
    [
      'FORMSPREE_ENDPOINT',
      { FORMSPREE_ENDPOINT: 'http://forms.example.org', FORMSPREE_FORM_ID: 'abcdwxyz' },
      'FORMSPREE_ENDPOINT is "http://forms.example.org". Write an https address without a question mark or name, such as https://formspree.io; plain http only on this machine, such as http://HOST.',
    ],
  ];
  it.each(cases)('%s', async (name, env, message) => {
    await expectRefused(`setting ${name}`, { ...small, ...env }, message);
  });
});

describe.concurrent('forms that lead nowhere', () => {
  const each = (remedy: string) =>
    ['registrar-frijoles', 'relire-carnets', 'caption-harbour-films']
      .map((id) => `  ${id}: ${remedy}`)
      .join('\n');
  const missing = 'neither it, its organization, the site settings nor the environment has a form id';

  it('Formspree without a form id', async () => {
    await expectRefused(
      'formspree-without-id',
      { CONTENT_DIR: smallContent, FORMS: 'formspree' },
      `Applications would go nowhere:\n${each(`${missing}; set FORMSPREE_FORM_ID, or FORMS=email with a contact address in the site settings.`)}`,
    );
  });

  it('neither a form id nor a contact address', async () => {
    const folder = await copyOfSmallContent('content/no-contact');
    await changeEntry(folder, 'settings/site', (entry) => ({ ...entry, contactEmail: null }));
    await expectRefused(
      'no-contact',
      { CONTENT_DIR: folder },
      `Applications would go nowhere:\n${each(`${missing}; set FORMSPREE_FORM_ID, or a contact address in the site settings, or FORMS=local to try it out.`)}`,
    );
    await expectRefused(
      'no-contact-for-email',
      { CONTENT_DIR: folder, FORMS: 'email' },
      `Applications would go nowhere:\n${each('FORMS is email, but the site settings have no contact address; fill it in.')}`,
    );
  });
});

describe('after all of these', () => {
  it('nothing that a build began to make is left behind', async () => {
    await expectNoStaging(before);
  });
});
