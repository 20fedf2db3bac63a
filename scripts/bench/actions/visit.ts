/** A first visit, from home to a shared link, as one person makes it. Whichever way is the shortest is taken. */
import type { Browser, BrowserContext, Locator, Page } from '@playwright/test';
import { pathOf } from '@/i18n/routes';
import { fillForm, requiredFields } from './fill-form';
import { findWays } from './find-steps';
import type { Wanted } from './fitting';
import { beginsWith, findByName, type SiteNames } from './names';
import { formatEffort, pickEasiest, type Effort, type VisitResult } from './tally';
import { DeadEndError, Visitor, patience } from './visitor';

/** How a visitor uses the site. */
export const modalities = {
  touch: { viewport: { width: 360, height: 640 }, hasTouch: true, isMobile: true },
  keyboard: { viewport: { width: 1280, height: 720 } },
  'no script': {
    viewport: { width: 360, height: 640 },
    hasTouch: true,
    isMobile: true,
    javaScriptEnabled: false,
  },
} as const;
export type Modality = keyof typeof modalities;

/** A possible way of a step. */
interface Way<Found> {
  readonly name: string;
  readonly go: (visitor: Visitor) => Promise<Found>;
}

interface TriedWay<Found> {
  readonly name: string;
  readonly effort: Effort;
  readonly visitor: Visitor;
  readonly found: Found;
}

class FirstVisit {
  readonly notes: string[] = [];

  constructor(
    private readonly context: BrowserContext,
    private readonly modality: Modality,
    private readonly names: SiteNames,
    private readonly siteUrl: string,
  ) {}

  async open(path: string): Promise<Visitor> {
    const page = await this.context.newPage();
    await page.goto(new URL(path, this.siteUrl).href, { waitUntil: 'load' });
    return new Visitor(page, this.modality === 'keyboard', this.names.one('skip'));
  }

  /** Tries each way on a page of its own. Resolves to the easiest, whose page stays open; undefined if none leads on. */
  async tryWays<Found>(
    step: string,
    path: string,
    ways: readonly Way<Found>[],
  ): Promise<(TriedWay<Found> & { readonly efforts: ReadonlyMap<string, Effort> }) | undefined> {
    const tried: TriedWay<Found>[] = [];
    for (const { name, go } of ways) {
      const visitor = await this.open(path);
      try {
        const found = await go(visitor);
        tried.push({ name, visitor, found, effort: visitor.takeEffort() });
      } catch (error) {
        if (!(error instanceof DeadEndError) && !(error instanceof Error && error.name === 'TimeoutError'))
          throw error;
        await visitor.page.close();
      }
    }
    const easiest = pickEasiest(tried);
    if (tried.length > 0)
      this.notes.push(
        `${step}: ${tried.map(({ name, effort }) => `${name} ${formatEffort(effort)}`).join(' · ')}`,
      );
    for (const { visitor } of tried) if (visitor !== easiest?.visitor) await visitor.page.close();
    return easiest && { ...easiest, efforts: new Map(tried.map(({ name, effort }) => [name, effort])) };
  }
}

/** Makes a visit in one language. `wanted` is what fits the visitor. */
export async function makeVisit(
  browser: Browser,
  { modality, names, wanted, siteUrl }: VisitOptions,
): Promise<VisitResult> {
  const context = await browser.newContext({
    ...modalities[modality],
    locale: names.locale,
    serviceWorkers: 'block',
  });
  // Links for sharing are pressed, but their hosts are never asked.
  await context.route(
    (url) => !['localhost', '127.0.0.1'].includes(url.hostname),
    (route) => route.abort(),
  );
  const visit = new FirstVisit(context, modality, names, siteUrl);
  const home = pathOf(names.locale, { to: 'home' });
  try {
    const found = await visit.tryWays('find', home, findWays(names, wanted));
    if (!found) throw new DeadEndError(`No way leads to what fits (${modality}, ${names.locale}).`);
    const opportunity = await findPathOf(found.found);
    const { visitor } = found;
    await visitor.press(found.found);
    await visitor.page.waitForURL((url) => url.pathname === opportunity, {
      waitUntil: 'commit',
      timeout: patience,
    });
    await visitor.look(visitor.page.getByRole('heading', { name: names.one('opportunity.task') }));
    const read = visitor.takeEffort();
    const apply = await applyHere(visit, visitor, opportunity, names);
    const application = await visit.tryWays(
      'find the application',
      home,
      applicationWays(names, opportunity),
    );
    const share = await visit.tryWays('share', opportunity, shareWays(names));
    return {
      name: `${modality}, ${names.locale}`,
      steps: {
        find: found.effort,
        read,
        apply,
        // Only the address or the bookmark of home, which is the visitor's own.
        return: { actions: 0, screens: 0 },
        'find the application': application?.effort,
        share: share?.effort,
      },
      sentence: found.efforts.get('the sentence'),
      notes: [`${wanted.task}, ${opportunity}`, ...visit.notes],
    };
  } finally {
    await context.close();
  }
}

interface VisitOptions {
  readonly modality: Modality;
  readonly names: SiteNames;
  readonly wanted: Wanted;
  readonly siteUrl: string;
}

const findPathOf = (link: Locator) => link.evaluate((element) => (element as HTMLAnchorElement).pathname);

/** The form's first field, by its own place on the page or by the link to it. */
function formWays(names: SiteNames): Way<boolean>[] {
  const firstField = (page: Page) => requiredFields(formOf(page, names)).first();
  return [
    {
      name: 'reading on to the form',
      go: async (visitor) => {
        await visitor.focus(firstField(visitor.page));
        return false;
      },
    },
    {
      name: 'the link to the form',
      go: async (visitor) => {
        await pressApply(visitor, names);
        await visitor.focus(firstField(visitor.page));
        return true;
      },
    },
  ];
}

const formOf = (page: Page, names: SiteNames) =>
  page.locator('form').filter({ has: page.getByRole('button', { name: names.one('form.send') }) });

async function pressApply(visitor: Visitor, names: SiteNames): Promise<void> {
  const link = await findByName(visitor.page, 'link', names.of('opportunity.apply'));
  if (!link) throw new DeadEndError('There is no link to the form.');
  await visitor.press(link);
}

/** Applies on the page where one is. */
async function applyHere(
  visit: FirstVisit,
  visitor: Visitor,
  opportunity: string,
  names: SiteNames,
): Promise<Effort> {
  const { page } = visitor;
  if (visitor.byKeyboard) {
    const way = await visit.tryWays('to the form', opportunity, formWays(names));
    await way?.visitor.page.close();
    if (way?.found === true) await pressApply(visitor, names);
  }
  const form = formOf(page, names);
  await form.waitFor({ timeout: patience });
  await visitor.comeNear(form);
  await fillForm(visitor, form, names);
  await visitor.press(form.getByRole('button', { name: names.one('form.send') }));
  const confirmed = names.of('apply.sent', 'thanks.title').map((text) => page.getByText(text));
  await Promise.any(confirmed.map((text) => text.first().waitFor({ timeout: 4 * patience })));
  return visitor.takeEffort();
}

/** Where the sent application can be: at home, or on the page that home names. */
function applicationWays(names: SiteNames, opportunity: string): Way<void>[] {
  const told = names.beginnings(/^(?!apply\.)\w*\..*(appl|Appl)|^applied\./);
  const isTold = (texts: readonly string[]) =>
    new RegExp(texts.map((text) => text.replaceAll(/[.*+?^${}()|[\]\\]/g, '\\$&')).join('|'));
  const row = (page: Page) =>
    page
      .locator('main :is(li, article, section, div)')
      .filter({ has: page.locator(`a[href*="${opportunity}"]`) })
      .filter({ hasText: isTold(told) })
      .last();
  // A first visit has one application, so that what home says of its answer is about it.
  const due = (page: Page) =>
    page
      .locator('main li')
      .filter({ hasText: isTold(names.beginnings(/^standing\.(over)?due/)) })
      .last();
  return [
    { name: 'home shows it', go: (visitor) => visitor.look(row(visitor.page)) },
    { name: 'home says when an answer is due', go: (visitor) => visitor.look(due(visitor.page)) },
    {
      name: 'its page',
      go: async (visitor) => {
        const links = names.of('section.saved', 'section.volunteering', 'section.mine');
        const link = visitor.page
          .locator(links.map((slug) => `a[href^="/${names.locale}/${slug}/"]`).join(', '))
          .first();
        if ((await link.count()) === 0) throw new DeadEndError('Home has no link to it.');
        await visitor.press(link);
        await visitor.look(row(visitor.page));
      },
    },
  ];
}

/** The ways to pass an opportunity on: a button that copies, or a link to a network. */
function shareWays(names: SiteNames): Way<void>[] {
  return [
    {
      name: 'copy',
      go: async (visitor) => {
        const button = await findByName(
          visitor.page,
          'button',
          names.of('share.copy.link', 'share.copy.address', 'share.copy'),
        );
        if (!button) throw new DeadEndError('Nothing copies the address.');
        await visitor.press(button);
      },
    },
    {
      name: 'a network',
      go: async (visitor) => {
        const link = await findByName(visitor.page, 'link', [
          beginsWith('WhatsApp'),
          ...names.of('share.email'),
        ]);
        if (!link) throw new DeadEndError('There is no link to a network.');
        await visitor.press(link);
      },
    },
  ];
}
