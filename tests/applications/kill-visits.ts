/** What a browser does before and after a kill: it fills in and sends the form, and opens pages again. */
import { setTimeout as wait } from 'node:timers/promises';
import type { Locator, Page } from '@playwright/test';
import type { Random } from '@scripts/bench/content/random';
import { translator } from '@/i18n/translate';
import { longestLife, type FormSays, type Moment, type ServiceKind } from './kill';
import { startKillable, type KillableBrowser } from './killable-browser';
import { watchSayings, type PageAnswers, type PageMessage } from './page-says';
import type { ServiceLane } from './service';

const t = translator('en');

/** So long (ms) a page stays open besides, in which nothing more may arrive. */
const quietTime = 1200;

/** What is typed, by the names of the form’s fields; no two kills have the same. */
export function chooseAnswers(random: Random, email: string): PageAnswers {
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
export interface FirstVisit {
  readonly said: PageMessage;
  /** What stood in the form when a draft of it was last said to be saved. */
  readonly draft: PageAnswers | undefined;
  readonly wasPressed: boolean;
}

export async function applyUntilKilled(
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
export async function visit(
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
export async function readForm(
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
