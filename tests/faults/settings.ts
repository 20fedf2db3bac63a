/** Settings of which no right site can come. */
import { sourceNames } from '@/config/values';
import type { Env } from '../build/run-build';
import { changeEntry, copyOfSmallContent, smallContent } from '../build/small-content';
import type { Arranged, NamedFault } from './fault';

const found: NamedFault[] = [];

export const settingFaults: readonly NamedFault[] = found;

function fault(name: string, arrange: NamedFault['arrange']): void {
  found.push({ name, kind: 'settings', arrange });
}

const refusal = (env: Env, refused: string): Arranged => ({ env, refused });

const small = { CONTENT_DIR: smallContent };
const limit = (value: string) =>
  `CONTENT_LEFT_OUT_LIMIT is "${value}". Write it as entries and per cent, for example 2,2% (the default).`;
const clock = (value: string) =>
  `SITE_NOW is "${value}", which is not an instant. Write it as 2026-11-25T00:00:00Z, or leave it unset for the real time.`;
const cases: [string, Env, string][] = [
  [
    'CONTENT_SOURCE',
    { CONTENT_SOURCE: 'wordpress' },
    `CONTENT_SOURCE is “wordpress”, which is no source.\nSet it to ${sourceNames.join(' or ')}, or leave it unset.`,
  ],
  ['SITE_NOW in words', { SITE_NOW: 'yesterday' }, clock('yesterday')],
  ['SITE_NOW without a zone', { SITE_NOW: '2026-11-25T12:00:00' }, clock('2026-11-25T12:00:00')],
  ['SITE_NOW on no day', { SITE_NOW: '2026-02-30T12:00:00Z' }, clock('2026-02-30T12:00:00Z')],
  [
    'SITE_NOW decades back',
    { SITE_NOW: '1970-01-01T00:00:00Z' },
    'SITE_NOW says 1970-01-01, which is earlier than this program is old. Nothing is published: opportunities would be closed or reopened by mistake.\n' +
      'Correct SITE_NOW, or leave it unset for the real time. If 1970-01-01 is right, build once with SITE_NOW_CONFIRMED=1970-01-01.',
  ],
  [
    'SITE_NOW_CONFIRMED',
    { SITE_NOW_CONFIRMED: 'yes' },
    'SITE_NOW_CONFIRMED is "yes", which is not a day. Write the day that the build is to take for today, such as 2026-11-25, or leave it unset.',
  ],
  ['CONTENT_LEFT_OUT_LIMIT in words', { CONTENT_LEFT_OUT_LIMIT: 'a few' }, limit('a few')],
  ['CONTENT_LEFT_OUT_LIMIT as one number', { CONTENT_LEFT_OUT_LIMIT: '5' }, limit('5')],
  ['CONTENT_LEFT_OUT_LIMIT past everything', { CONTENT_LEFT_OUT_LIMIT: '2,101%' }, limit('2,101%')],
  [
    'CONTENT_MAY_LACK',
    { CONTENT_MAY_LACK: 'campaign,settings' },
    'CONTENT_MAY_LACK names “settings”, which a site can’t be told to do without. Write one or more of opportunity, organization, campaign, story, resource, page, synonyms, en, fr, es, addresses, separated by commas, or leave it unset.',
  ],
  [
    'FORMS',
    { FORMS: 'carrier-pigeon' },
    'FORMS is "carrier-pigeon". Set it to local, formspree, email, or leave it unset.',
  ],
  [
    'FORMSPREE_FORM_ID',
    { FORMSPREE_FORM_ID: 'https://formspree.io/f/abcdwxyz' },
    'FORMSPREE_FORM_ID is "https://formspree.io/f/abcdwxyz", which isn’t a form id. Give only the last part of the form\'s address: for https://formspree.io/f/abcdwxyz that is abcdwxyz.',
  ],
  [
    'FORMSPREE_ENDPOINT',
    { FORMSPREE_ENDPOINT: 'http://forms.example.org', FORMSPREE_FORM_ID: 'abcdwxyz' },
    'FORMSPREE_ENDPOINT is "http://forms.example.org". Write an https address without a question mark, such as https://formspree.io; plain http only on this machine, such as http://HOST.',
  ],
  [
    'FORMSPREE_ENDPOINT with a password',
    { FORMSPREE_ENDPOINT: 'https://user:open-sesame@forms.example.org', FORMSPREE_FORM_ID: 'abcdwxyz' },
    'FORMSPREE_ENDPOINT has a name or a password before an @, which isn’t shown here: every page would publish it. Write the address without them, such as https://formspree.io, and change the password.',
  ],
];

for (const [name, env, message] of cases) fault(name, () => refusal({ ...small, ...env }, message));

const each = (remedy: string) =>
  ['registrar-frijoles', 'relire-carnets', 'caption-harbour-films']
    .map((id) => `  ${id}: ${remedy}`)
    .join('\n');
const missing = 'neither it, its organization, the site settings nor the environment has a form id';

fault('Formspree without a form id', () =>
  refusal(
    { CONTENT_DIR: smallContent, FORMS: 'formspree' },
    `Applications would go nowhere:\n${each(`${missing}; set FORMSPREE_FORM_ID, or FORMS=email with a contact address in the site settings.`)}`,
  ),
);

fault('neither a form id nor a contact address', async () => {
  const folder = await copyOfSmallContent('content/no-contact');
  await changeEntry(folder, 'settings/site', (entry) => ({ ...entry, contactEmail: null }));
  return refusal(
    { CONTENT_DIR: folder },
    `Applications would go nowhere:\n${each(`${missing}; set FORMSPREE_FORM_ID, or a contact address in the site settings, or FORMS=local to try it out.`)}`,
  );
});

fault('e-mail without a contact address', async () => {
  const folder = await copyOfSmallContent('content/no-contact-for-email');
  await changeEntry(folder, 'settings/site', (entry) => ({ ...entry, contactEmail: null }));
  return refusal(
    { CONTENT_DIR: folder, FORMS: 'email' },
    `Applications would go nowhere:\n${each('FORMS is email, but the site settings have no contact address; fill it in.')}`,
  );
});
