/**
 * Kills a real browser at random moments between the first letter of an application and some seconds after Send, starts it
 * again with the same profile, and compares what the page had said with what arrives.
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { expect, type Locator } from '@playwright/test';
import { createRandom, type Random } from '@bench/content/random';
import { pathOf } from '@/i18n/routes';
import { fillIn } from '../browser/application';
import { submissionsOf } from '../browser/inbox';
import { beginning, openForm, sendButton, serviceIs, t } from '../browser/open-form';
import { openWith, opportunityWithForm } from '../browser/sample';
import { siteUrl } from '../../scripts/test/ports';
import { watchPages } from './sights';
import { startKillable, type KillableBrowser } from './killable-browser';

/** How the form service behaves while the application is written and sent; `offline`: the device has no connection. */
const services = [
  ...[
    'up',
    'up',
    'up',
    'slow-800',
    'slow-2500',
    'lost-answer',
    'lost-request',
    'hang',
    'error-html',
    'limit',
  ],
  ...['down', 'down', 'offline', 'offline'],
];

const own = siteUrl + opportunityWithForm().path;

/** Pages that are visited after a kill, by turns. */
const visited = [
  pathOf('en', { to: 'home' }),
  pathOf('en', { to: 'section', section: 'search' }),
  pathOf('en', { to: 'section', section: 'saved' }),
  openWith('en', {}).at(-1)?.path ?? '',
  pathOf('en', { to: 'offline' }),
];

/** What a page says of an application, by the keys of what it tells. The last one that it says counts. */
const signs: Readonly<Record<string, Saying>> = {
  kept: 'draft',
  pressing: 'sending',
  sending: 'sending',
  automatic: 'waiting',
  sent: 'sent',
};

const signKeys = Object.keys(signs);

type Saying = 'draft' | 'sending' | 'waiting' | 'sent';

/** A kill comes so long (ms) after the first letter or Send, or just after the page has said something. */
function chooseMoment(random: Random): { readonly after: string; readonly ms: number } {
  const kind = random.next();
  if (kind < 0.2) return { after: 'letter', ms: random.int(0, 2500) };
  if (kind < 0.6) return { after: 'press', ms: random.int(0, longestLife) };
  return { after: random.pick(Object.values(signs)), ms: random.int(0, 40) };
}

/** After Send a browser lives for so long (ms) at most. */
const longestLife = 6000;

/** What has to arrive is waited for so long (ms), and then a moment longer, in which nothing more may arrive. */
const patience = 25_000;
const quietTime = 1200;

/** What a browser had said, and whether Send was pressed in it, when it was killed. */
interface FirstVisit {
  readonly said: ReadonlySet<Saying>;
  readonly wasPressed: boolean;
}

async function applyUntilKilled(profile: string, name: string, random: Random): Promise<FirstVisit> {
  const way = random.pick(services);
  const moment = chooseMoment(random);
  const pauses = [random.int(0, 900), random.int(450, 900)];
  const { context, page, kill } = await startKillable(profile);
  const said = new Set<Saying>();
  let wasPressed = false;
  const time = Promise.withResolvers<undefined>();
  const come = (what: string) => {
    if (what === 'press') setTimeout(() => time.resolve(undefined), longestLife);
    if (what === moment.after) setTimeout(() => time.resolve(undefined), moment.ms);
  };
  try {
    let last: Saying | undefined;
    await watchPages(context, (_, { form, isThanks }) => {
      const what = isThanks
        ? 'sent'
        : signs[signKeys.findLast((sign) => form.some(({ key }) => key === sign)) ?? ''];
      if (what === undefined || what === last) return;
      last = what;
      said.add(what);
      come(what);
    });
    const form = await openForm(page, own);
    await serviceIs(context, way === 'offline' ? 'up' : way);
    const apply = async () => {
      await form.locator('[name=name]').pressSequentially(name.slice(0, 1));
      come('letter');
      await wait(pauses[0]);
      await fillIn(form, name);
      await context.setOffline(way === 'offline');
      await wait(pauses[1]);
      wasPressed = true;
      come('press');
      await sendButton(form).click();
    };
    // The kill ends it somewhere in the middle; where nothing was to end it, its failure is one of this test.
    apply().catch((error: unknown) => time.reject(error instanceof Error ? error : new Error(String(error))));
    await time.promise;
  } finally {
    await kill();
  }
  return { said, wasPressed };
}

/** What the form says at the end: that it was sent, or that what was written is there, to be sent or as a draft. */
async function readForm({ page }: KillableBrowser, name: string): Promise<'applied' | 'offered' | 'nothing'> {
  const form = await openForm(page, own);
  const says = (text: string): Locator => form.getByText(beginning(text)).first();
  const applied = says(t('told.sent', { time: '§', id: '§' }));
  const offered = form
    .getByRole('button', { name: t('told.now') })
    .or(says(t('told.sending', { time: '§' })))
    .or(says(t('form.draft.back', { time: '§' })))
    .first();
  await expect(applied.or(offered).first())
    .toBeVisible({ timeout: 2500 })
    .catch(() => {});
  if (await applied.isVisible()) return 'applied';
  if (!(await offered.isVisible())) return 'nothing';
  return name.startsWith(await form.locator('[name=name]').inputValue()) ? 'offered' : 'nothing';
}

/** Kills a browser once, or twice, and resolves to the rules that were broken, in words. */
async function killOnce(seed: number, index: number): Promise<readonly string[]> {
  const random = createRandom(seed, index);
  const name = `Zoë & “Awa” مرحبا 学校 👩🏽‍🚀 a < b ${seed} ${index} ${Date.now()}`;
  const isLater = random.chance(0.6);
  const wasKilledTwice = random.chance(0.2);
  const profile = mkdtempSync(path.join(tmpdir(), 'kill-'));
  /** Starts the browser for another visit, so many hours after the first one. */
  const start = async (hours: number) => {
    const browser = await startKillable(profile);
    if (hours > 0) await browser.context.clock.install({ time: Date.now() + hours * 3_600_000 });
    return browser;
  };
  // Most people come back later than the first automatic attempt is due, and after an interrupted one than the second is.
  const hoursLater = isLater ? 1 : 0;
  const address = siteUrl + (visited[index % visited.length] ?? '');
  try {
    const { said, wasPressed } = await applyUntilKilled(profile, name, random);
    const wasIn = (await submissionsOf(name)).length > 0;
    if (wasKilledTwice) {
      const browser = await start(hoursLater);
      const time = wait(random.int(0, 2500));
      await Promise.race([browser.page.goto(address).catch(() => {}), time]);
      await time;
      await browser.kill();
    }
    const browser = await start(wasKilledTwice ? 2 : hoursLater);
    let formSays;
    try {
      await browser.page.goto(address);
      const end = Date.now() + (wasPressed ? patience : 0);
      while (Date.now() < end && (await submissionsOf(name)).length === 0) await wait(150);
      await wait(quietTime);
      formSays = await readForm(browser, name);
    } finally {
      await browser.kill();
    }
    const rows = await submissionsOf(name);
    const isIn = rows.length > 0;
    const rules: readonly (readonly [isBroken: boolean, rule: string])[] = [
      [new Set(rows.map(({ fields }) => fields['submission_id'])).size > 1, 'it arrived under two numbers'],
      [rows.some(({ fields }) => !fields['motivation']?.endsWith('liked it.')), 'it arrived in part'],
      [said.has('sent') && !wasIn, 'it was shown as sent before it had arrived'],
      [said.has('waiting') && !isIn, 'it was said to wait, and is lost'],
      [wasPressed && !isIn && formSays !== 'offered', 'it neither arrived nor is offered again'],
      [!wasPressed && isIn, 'it was sent without a press'],
      [formSays === 'applied' && !isIn, 'it is shown as sent, and didn’t arrive'],
      [said.has('draft') && !isIn && formSays !== 'offered', 'a draft was saved, and isn’t offered'],
    ];
    return rules.flatMap(([isBroken, rule]) => (isBroken ? [rule] : []));
  } finally {
    rmSync(profile, { recursive: true, force: true, maxRetries: 5 });
  }
}

/** Kills so often, some at a time. Resolves to what was wrong. */
export async function killBrowsers(
  kills: number,
  seed: number,
  print: (line: string) => void,
): Promise<readonly string[]> {
  const found: string[] = [];
  const queue = Array.from({ length: kills }).keys();
  const lane = async () => {
    for (const index of queue) {
      for (const rule of await killOnce(seed, index)) found.push(`Kill ${index} of seed ${seed}: ${rule}`);
      print(`  kill ${index + 1} of ${kills}`);
    }
  };
  // A browser mostly waits.
  await Promise.all([lane(), lane(), lane()]);
  return found;
}
