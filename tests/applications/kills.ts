/**
 * Kills a real browser at a random moment between the first letter of an application and some seconds after Send, starts it
 * again with the same profile, and looks at what arrives. Only what a person sees is looked at, and the inbox.
 */
import { appendFileSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import type { Locator, Page } from '@playwright/test';
import { createRandom, type Random } from '@scripts/bench/content/random';
import { pathOf } from '@/i18n/routes';
import { translator } from '@/i18n/translate';
import type { InboxLine } from '../browser/inbox';
import { openWith } from '../browser/sample';
import { startKillable, type KillableBrowser } from './killable-browser';
import { sayings, watchSayings, type PageAnswers, type PageMessage, type Saying } from './page-says';
import type { ServiceLane, TestService } from './service';

const t = translator('en');

/** How the form service behaves while the application is written and sent; `offline`: the device has no connection. */
export const services = [
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
  'down',
  'down',
  'offline',
  'offline',
] as const;

export type ServiceKind = (typeof services)[number];

const forms = openWith('en', {}).filter(
  ({ shared, texts }) => shared.applyBy === 'form' && (texts.questions?.value.length ?? 0) > 0,
);

/** Pages that are visited after a kill, by turns. */
const pages = [
  ['home', () => pathOf('en', { to: 'home' })],
  ['search', () => pathOf('en', { to: 'section', section: 'search' })],
  ['saved', () => pathOf('en', { to: 'section', section: 'saved' })],
  ['an opportunity', (own: string) => forms.find((view) => view.path !== own)?.path ?? own],
  ['offline page', () => pathOf('en', { to: 'offline' })],
] as const;

/**
 * When a kill comes: so long (ms) after the first letter, or after Send; or a moment (up to `justAfter` ms) after the page has
 * said something.
 */
type Moment =
  | { readonly after: 'letter' | 'send'; readonly ms: number }
  | { readonly after: Saying; readonly ms: number };

const justAfter = 40;

/** After Send a browser lives for so long (ms) at most. */
const longestLife = 6000;

/** What has to arrive is waited for so long (ms). */
const patience = 25_000;

/** So long (ms) a page stays open besides, in which nothing more may arrive. */
const quietTime = 1200;

/** One kill, and what came of it. */
export interface Kill {
  readonly index: number;
  readonly service: ServiceKind;
  readonly moment: Moment;
  readonly visited: string;
  readonly wasKilledTwice: boolean;
  readonly wasPressed: boolean;
  /** What the page said last before the kill. */
  readonly said: Saying;
  readonly arrivedBeforeKill: number;
  readonly arrived: number;
  readonly numbers: readonly string[];
  /** What the form says when it is opened at the end. */
  readonly formSays: FormSays;
  /** Rules that were broken, in words. */
  readonly broken: readonly string[];
}

/** `applied`: that it was sent; `waits`: that it is still to be sent; `draft`: what was written is back. */
type FormSays = 'applied' | 'waits' | 'draft' | 'nothing';

function momentOf(random: Random): Moment {
  const kind = random.next();
  if (kind < 0.2) return { after: 'letter', ms: random.int(0, 2500) };
  if (kind < 0.6) return { after: 'send', ms: random.int(0, longestLife) };
  return { after: random.pick(['draft', 'sending', 'waiting', 'sent']), ms: random.int(0, justAfter) };
}

/** What is typed, by the names of the form’s fields; no two kills have the same. */
function answersOf(random: Random, email: string): PageAnswers {
  const pieces = ['two handbooks', 'Zoë & “Awa”', 'مرحبا بكم', '学校の本', '👩🏽‍🚀', 'a < b', 'l’école', '100 %'];
  return {
    name: `Kill ${random.int(1000, 9999)} Ndiaye`,
    email,
    availability: `${random.int(1, 9)} h, evenings`,
    motivation: `I want to help with ${random.shuffle(pieces).join(', ')}.\nIt is ${random.int(0, 1e6)} times as good.`,
    answer: `Yes, ${random.int(2, 99)} times, last year.`,
  };
}

async function openForm(page: Page, address: string): Promise<Locator> {
  await page.goto('about:blank');
  await page.goto(`${address}#apply`);
  const form = page.locator('#apply form');
  await form.scrollIntoViewIfNeeded();
  await page.locator('#apply [data-form]').waitFor({ state: 'detached' });
  return form;
}

/** Types the answers and presses Send, with pauses (ms) as people make them: in the middle, and before the press. */
async function apply(
  form: Locator,
  typed: PageAnswers,
  pauses: readonly [number, number],
  told: { readonly first: () => void; readonly beforeSend: () => Promise<void> },
): Promise<void> {
  const field = (name: string) => form.locator(`[name=${name}]`);
  const [first = '', ...others] = typed['name'] ?? '';
  await field('name').pressSequentially(first);
  told.first();
  await field('name').pressSequentially(others.join(''), { delay: 10 });
  await field('email').fill(typed['email'] ?? '');
  await wait(pauses[0]);
  await field('country').selectOption('SN');
  for (const select of await form.locator('select[name^=language_]').all()) await select.selectOption('good');
  await field('availability').fill(typed['availability'] ?? '');
  await field('motivation').fill(typed['motivation'] ?? '');
  for (const answer of await form.locator('textarea[name^=answer_]').all())
    await answer.fill(typed['answer'] ?? '');
  await field('consent').check();
  await told.beforeSend();
  await wait(pauses[1]);
  await form.locator('> button[type=submit]').click();
}

/** What a browser saw until it was killed. */
interface FirstVisit {
  readonly said: PageMessage;
  /** What stood in the form when a draft of it was last said to be saved. */
  readonly draft: PageAnswers | undefined;
  readonly wasPressed: boolean;
}

async function untilKilled(
  profile: string,
  lane: ServiceLane,
  address: string,
  kill: {
    readonly service: ServiceKind;
    readonly moment: Moment;
    readonly typed: PageAnswers;
    readonly pauses: readonly [number, number];
  },
): Promise<FirstVisit> {
  const { service, moment, typed, pauses } = kill;
  const browser = await startKillable(profile);
  let said: PageMessage = { what: 'nothing', answers: {} };
  let draft: PageAnswers | undefined;
  let wasPressed = false;
  const time = Promise.withResolvers<undefined>();
  const come = (after: Moment['after']) => {
    if (after === moment.after) setTimeout(() => time.resolve(undefined), moment.ms);
  };
  try {
    await watchSayings(
      browser.context,
      t,
      (next) => {
        said = next;
        if (next.what === 'draft') draft = next.answers;
        come(next.what);
      },
      () => {
        wasPressed = true;
        come('send');
        setTimeout(() => time.resolve(undefined), longestLife);
      },
    );
    const form = await openForm(browser.page, address);
    lane.service = service === 'offline' ? 'up' : service;
    const applying = apply(form, typed, pauses, {
      first: () => come('letter'),
      beforeSend: () => browser.context.setOffline(service === 'offline'),
    });
    // The kill ends it somewhere in the middle; where nothing was to end it, its failure is one of this test.
    applying.catch((error: unknown) =>
      time.reject(error instanceof Error ? error : new Error(String(error))),
    );
    await time.promise;
  } finally {
    await browser.kill();
  }
  return { said, draft, wasPressed };
}

/** Visits a page at the next start of the browser, until `isDone` or for so long (ms), and a moment longer. */
async function visit(
  browser: KillableBrowser,
  address: string,
  isDone: () => Promise<boolean>,
  ms: number,
): Promise<void> {
  await browser.page.goto(address);
  const end = Date.now() + ms;
  while (Date.now() < end && !(await isDone())) await wait(150);
  await wait(quietTime);
}

/** What the form says of what was written before, and what stands in it. */
async function lookAtForm(
  page: Page,
  address: string,
): Promise<{ formSays: FormSays; answers: PageAnswers }> {
  const form = await openForm(page, address);
  const start = (text: string) => form.getByText(text.split('§')[0] ?? '').first();
  const signs: Readonly<Record<Exclude<FormSays, 'nothing'>, Locator>> = {
    applied: start(t('apply.earlier', { time: '§', id: '§' })),
    waits: form
      .getByRole('button', { name: t('apply.pending.now') })
      .or(start(t('apply.pending.sending', { time: '§' })))
      .first(),
    draft: start(t('apply.draft.back', { time: '§' })),
  };
  const any = signs.applied.or(signs.waits).or(signs.draft).first();
  await any.waitFor({ state: 'visible', timeout: 2500 }).catch(() => {});
  let formSays: FormSays = 'nothing';
  for (const [what, sign] of Object.entries(signs)) {
    if (!(await sign.isVisible())) continue;
    formSays = what as FormSays;
    break;
  }
  const answers = await form.evaluate((element) =>
    Object.fromEntries(
      [...new FormData(element as HTMLFormElement)].filter(([, value]) => typeof value === 'string'),
    ),
  );
  return { formSays, answers: answers as PageAnswers };
}

const plain = (text: unknown) => String(text).replaceAll('\r\n', '\n');

/** Where what arrived is another text than what was typed. */
function differences(rows: readonly InboxLine[], typed: PageAnswers): string[] {
  return rows.flatMap(({ fields }) =>
    Object.entries(typed).flatMap(([name, text]) => {
      const key = name === 'answer' ? 'answer_1' : name;
      return plain(fields[key]) === plain(text)
        ? []
        : [`${key} arrived as ${JSON.stringify(fields[key])}, typed ${JSON.stringify(text)}`];
    }),
  );
}

const numbersOf = (rows: readonly InboxLine[]) => [
  ...new Set(rows.map(({ fields }) => fields['submission_id'] ?? 'none')),
];

/** The rules that hold of what has arrived, whenever that is looked at. */
export function arrivalFaults(rows: readonly InboxLine[], typed: PageAnswers): string[] {
  const numbers = numbersOf(rows);
  return [
    ...(numbers.length > 1 ? [`arrived under ${numbers.length} numbers: ${numbers.join(', ')}`] : []),
    ...differences(rows, typed),
  ];
}

/** Where the draft that is offered lacks what was said to be saved. */
function draftFaults(saved: PageAnswers, offered: PageAnswers): string[] {
  const faults = Object.entries(saved).filter(
    ([name, text]) => !/^consent$|^_/.test(name) && !plain(offered[name] ?? '').startsWith(plain(text)),
  );
  return faults.map(
    ([name, text]) =>
      `the draft was saved with ${name} ${JSON.stringify(text)} and is offered with ${JSON.stringify(offered[name])}`,
  );
}

export interface KillsOptions {
  readonly kills: number;
  readonly seed: number;
  readonly service: TestService;
  /** Where each kill is noted, a line of JSON each. */
  readonly notes: string;
  readonly print: (line: string) => void;
}

async function killOnce(
  index: number,
  lane: ServiceLane,
  { seed, service: { arrived } }: KillsOptions,
): Promise<Kill & { readonly typed: PageAnswers }> {
  const random = createRandom(seed, index);
  const service = random.pick(services);
  const moment = momentOf(random);
  const own = random.pick(forms);
  const email = `kill-${seed}-${index}-${Date.now()}@example.org`;
  const typed = answersOf(random, email);
  const pauses = [random.int(0, 900), random.int(450, 900)] as const;
  const address = lane.siteUrl + own.path;
  const [visited, placeOf] = pages[index % pages.length] ?? pages[0];
  const page = lane.siteUrl + placeOf(own.path);
  const isLater = random.chance(0.6);
  const wasKilledTwice = random.chance(0.2);
  const profile = mkdtempSync(path.join(tmpdir(), 'kill-'));
  try {
    const { said, draft, wasPressed } = await untilKilled(profile, lane, address, {
      service,
      moment,
      typed,
      pauses,
    });
    const before = await arrived(email);
    lane.service = 'up';
    const start = async () => {
      const browser = await startKillable(profile);
      // Most people come back later than the first automatic attempt is due.
      if (isLater) await browser.context.clock.install({ time: Date.now() + 3_600_000 });
      return browser;
    };
    if (wasKilledTwice) {
      const browser = await start();
      const time = wait(random.int(0, 2500));
      await Promise.race([browser.page.goto(page).catch(() => {}), time]);
      await time;
      await browser.kill();
    }
    const isArrived = async () => (await arrived(email)).length > 0;
    const browser = await start();
    let look: Awaited<ReturnType<typeof lookAtForm>>;
    try {
      await visit(browser, page, isArrived, wasPressed ? patience : 0);
      look = await lookAtForm(browser.page, address);
    } finally {
      await browser.kill();
    }
    const rows = await arrived(email);
    const { formSays, answers } = look;
    const isIn = rows.length > 0;
    const isOffered = formSays === 'draft' || formSays === 'waits';
    const broken = [
      ...arrivalFaults(rows, typed),
      ...(said.what === 'sent' && before.length === 0 ? ['shown as sent before it had arrived'] : []),
      ...((said.what === 'waiting' || said.what === 'sent') && !isIn
        ? [`said to be ${said.what}, and lost`]
        : []),
      ...(wasPressed && !isIn && !isOffered
        ? ['Send was pressed, and it neither arrived nor is offered again']
        : []),
      ...(!wasPressed && isIn ? ['sent without a press'] : []),
      ...(formSays === 'applied' && !isIn ? ['shown as sent, and it did not arrive'] : []),
      ...(draft && !isIn && !isOffered ? ['a draft was said to be saved, and is not offered'] : []),
      ...(draft && formSays === 'draft' && !isIn ? draftFaults(draft, answers) : []),
    ];
    return {
      ...{
        index,
        service,
        moment,
        visited,
        wasKilledTwice,
        wasPressed,
        said: said.what,
        formSays,
        broken,
        typed,
      },
      arrivedBeforeKill: before.length,
      arrived: rows.length,
      numbers: numbersOf(rows),
    };
  } finally {
    rmSync(profile, { recursive: true, force: true, maxRetries: 5 });
  }
}

/** Kills so often, in as many browsers at a time as the service has lanes. */
export async function killBrowsers(options: KillsOptions): Promise<readonly Kill[]> {
  const { kills, service, notes, print } = options;
  mkdirSync(path.dirname(notes), { recursive: true });
  rmSync(notes, { force: true });
  const done: (Kill & { readonly typed: PageAnswers })[] = [];
  let next = 0;
  await Promise.all(
    service.lanes.map(async (lane) => {
      while (next < kills) {
        const kill = await killOnce(next++, lane, options);
        appendFileSync(notes, `${JSON.stringify(kill)}\n`);
        done.push(kill);
        if (done.length % 10 === 0) print(`  ${done.length} of ${kills} kills`);
      }
    }),
  );
  // Once more at the end: something could have arrived late.
  return Promise.all(
    done.map(async (kill) => {
      const late = arrivalFaults(await service.arrived(kill.typed['email'] ?? ''), kill.typed);
      return { ...kill, broken: [...new Set([...kill.broken, ...late])] };
    }),
  );
}

/** A line of a table: what it counts, and a number for each column. */
export type KillRow = readonly [what: string, ...counts: number[]];

export const killColumns = [
  'kills',
  'arrived',
  'repeated',
  'arrived, form silent',
  'offered again',
  'neither',
  'broken',
] as const;

function countsOf(kills: readonly Kill[]): number[] {
  const count = (is: (kill: Kill) => boolean) => kills.filter(is).length;
  return [
    kills.length,
    count(({ arrived }) => arrived > 0),
    count(({ arrived }) => arrived > 1),
    count(({ arrived, formSays }) => arrived > 0 && formSays === 'nothing'),
    count(({ arrived, formSays }) => arrived === 0 && (formSays === 'draft' || formSays === 'waits')),
    count(({ arrived, formSays }) => arrived === 0 && formSays === 'nothing'),
    count(({ broken }) => broken.length > 0),
  ];
}

/** The kills by what the page said last, by how the form service behaved, and by the page that was visited next. */
export function killTables(kills: readonly Kill[]): Readonly<Record<string, readonly KillRow[]>> {
  const by = (keys: readonly string[], keyOf: (kill: Kill) => string) =>
    [...new Set(keys)].map((key): KillRow => [key, ...countsOf(kills.filter((kill) => keyOf(kill) === key))]);
  const words: Readonly<Record<Saying, string>> = {
    nothing: 'nothing saved yet',
    draft: 'draft saved',
    sending: 'sending',
    waiting: 'waits to be sent',
    sent: 'sent',
  };
  return {
    'The page said last': [
      ...by(
        sayings.map((what) => words[what]),
        ({ said }) => words[said],
      ),
      ['all', ...countsOf(kills)],
    ],
    'The form service was': by(services, ({ service }) => service),
    'Visited next': by(
      pages.map(([name]) => name),
      ({ visited }) => visited,
    ),
  };
}
