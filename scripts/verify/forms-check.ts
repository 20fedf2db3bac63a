/** Checks the addresses that forms send to, without sending anything. */
import { feedFiles } from '@/i18n/feed-files';
import { locales } from '@/i18n/locales';
import { pathOf } from '@/i18n/routes';
import { findAddresses } from '@/publish/pages/html-addresses';
import { UnreachableError } from './client';
import { requestPath, type VerifyContext } from './context';
import { createFindingList, type CheckResult } from './check-result';

const isLocal = ({ hostname }: URL) => ['localhost', '127.0.0.1', '[::1]'].includes(hostname);

/** The number of newest opportunities in each language that are read. */
const newestCount = 5;

interface Contacts {
  /** The addresses that forms send to. */
  readonly actions: ReadonlySet<string>;
  /** E-mail addresses of links. */
  readonly mail: ReadonlySet<string>;
}

/** Finds the ways to apply on the pages of the newest opportunities in the feeds. */
async function findContacts(context: VerifyContext): Promise<Contacts> {
  const actions = new Set<string>();
  const mail = new Set<string>();
  for (const locale of locales) {
    const feed = await requestPath(
      context,
      pathOf(locale, { to: 'section', section: 'opportunities' }) + feedFiles.rss,
    );
    if (feed.status !== 200) continue;
    const urls = [...feed.body.toString().matchAll(/<item>.*?<link>([^<]+)</g)].slice(0, newestCount);
    for (const [, url = ''] of urls) {
      const page = URL.parse(url, context.site);
      if (page?.origin !== context.site.origin) continue;
      const html = (await context.client.request(page)).body.toString();
      for (const [, action = ''] of html.matchAll(/<form\b[^>]*\saction="(https?:[^"]+)"/g))
        actions.add(action);
      for (const address of findAddresses(html)) {
        const [, to = ''] = /^mailto:([^?]+@[^?]+)/.exec(address) ?? [];
        if (to !== '') mail.add(decodeURIComponent(to));
      }
    }
  }
  return { actions, mail };
}

/** Sends the preflight request of a form that is sent by script. Such a request never creates a submission. */
export async function checkForms(context: VerifyContext): Promise<CheckResult> {
  const { client, site } = context;
  const found = createFindingList();
  const contacts = await findContacts(context);
  const actions = [...contacts.actions].map((action) => new URL(action));
  for (const action of actions) {
    if (isLocal(action) && !isLocal(site)) {
      found.wrong(`A form sends to ${action.href}, the inbox of a local machine. Build without FORMS=local.`);
      continue;
    }
    try {
      const { status, headers } = await client.request(action, {
        method: 'OPTIONS',
        headers: {
          Origin: site.origin,
          'Access-Control-Request-Method': 'POST',
          'Access-Control-Request-Headers': 'content-type',
        },
      });
      const allowed = headers['access-control-allow-origin'];
      if (status >= 400)
        found.wrong(
          `The form service answers ${status} at ${action.href}. Check the form’s id and its plan.`,
        );
      else if (allowed !== '*' && allowed !== site.origin)
        found.warn(
          `The form service doesn’t let pages of ${site.origin} send to ${action.href} by script. Check its allowed domains.`,
        );
    } catch (error) {
      if (!(error instanceof UnreachableError)) throw error;
      found.wrong(error.message);
    }
  }
  const mail = [...contacts.mail];
  if (actions.length === 0 && mail.length === 0)
    found.wrong(
      'No page that was read has a form or an e-mail address: visitors can’t apply. Set FORMS (docs/operators.md, “Forms”).',
    );
  const hosts = actions.map(({ href }) => href);
  return found.result(
    'Forms',
    `${hosts.length === 0 ? 'no forms' : hosts.join(', ')}; by e-mail to ${mail.length === 0 ? 'nobody' : mail.join(', ')}; nothing was sent`,
  );
}
