/** A visit of the site in one language, from the first page to an application that is sent. */
import { setTimeout as wait } from 'node:timers/promises';
import type { Locale } from '@/i18n/locales';
import { pathOf, type Section } from '@/i18n/routes';
import { translator } from '@/i18n/translate';
import type { SiteOpportunity } from '@/site/site';
import { openWith } from '../browser/sample';
import type { Engine } from './engine';

/** The site with its form service: both are there, or neither. */
export interface Connection {
  readonly url: string;
  readonly cut: () => Promise<void>;
  readonly restore: () => Promise<void>;
  /** The number of submissions with a name. */
  readonly countReceived: (name: string) => Promise<number>;
}

/** A part of the visit. It rejects with what differs from what a visitor should meet. */
export interface Step {
  readonly name: string;
  readonly run: () => Promise<void>;
}

/** The longest time (ms) until something succeeds. What waits to be sent is tried again after 15 seconds. */
const patienceMs = 40_000;

const quote = (text: string) => JSON.stringify(text);

/** Finds an opportunity with a form and a question that doesn't close: the browsers have the real clock. */
function withForm(locale: Locale): SiteOpportunity {
  const found = openWith(locale, {}).find(
    ({ shared, texts, closesAt }) =>
      shared.applyBy === 'form' && closesAt === undefined && (texts.questions?.value.length ?? 0) > 0,
  );
  if (!found) throw new Error(`The sample has no form with a question for a walk (${locale}).`);
  return found;
}

/** The steps of the visit, in their order. `pages` are the paths of one page of each kind. */
export function createWalk(
  engine: Engine,
  connection: Connection,
  locale: Locale,
  pages: readonly string[],
): readonly Step[] {
  const t = translator(locale);
  const own = withForm(locale);
  const title = own.texts.title.value;
  const sectionPath = (section: Section) => pathOf(locale, { to: 'section', section });
  const home = pathOf(locale, { to: 'home' });
  const back = () => engine.evaluate('history.back()');

  /** Tries something until it succeeds. While a page is left, nothing does. */
  async function retry<Result>(action: () => Promise<Result>): Promise<Result> {
    for (const end = Date.now() + patienceMs; ; await wait(50)) {
      try {
        return await action();
      } catch (error) {
        if (Date.now() > end) throw error;
      }
    }
  }

  /** Waits until an expression has a value in the page. */
  const expectValue = (expression: string, expected: unknown) =>
    retry(async () => {
      const found = await engine.evaluate(expression);
      if (found !== expected)
        throw new Error(`${expression} is ${String(found)} and not ${String(expected)}`);
    });

  /** Opens an address as links do. Drivers lose count of pages that visitors go back to. */
  async function open(path: string): Promise<void> {
    await engine.evaluate(`(window.isLeft = true, location.assign(${quote(connection.url + path)}))`);
    await expectValue('!window.isLeft && document.readyState', 'complete');
  }
  const expectTrue = (expression: string) => expectValue(`Boolean(${expression})`, true);
  const has = (selector: string) => expectTrue(`document.querySelector(${quote(selector)})`);
  const contains = (selector: string, text: string) =>
    expectTrue(`document.querySelector(${quote(selector)})?.textContent.includes(${quote(text)})`);
  const headingIs = (text: string) => expectValue('document.querySelector("h1")?.textContent.trim()', text);

  /** Presses something once it is there, and in its place. */
  async function press(selector: string): Promise<void> {
    await has(selector);
    await retry(() => engine.click(selector));
  }

  /** Types in a field once that is possible: a driver refuses while the page still scrolls. */
  const type = (selector: string, text: string) => retry(() => engine.type(selector, text));

  const choose = (selector: string, value: string) =>
    engine.evaluate(
      `(select => {
        select.value = ${quote(value)};
        select.dispatchEvent(new Event('input', { bubbles: true }));
        select.dispatchEvent(new Event('change', { bubbles: true }));
      })(document.querySelector(${quote(selector)}))`,
    );

  const field = (name: string) => `#apply form [name=${name}]`;
  /** Each browser's own. */
  const name = `Aminata (${locale})`;
  const answers = {
    email: 'aminata@example.org',
    other_languages: 'Wolof',
    availability: '4 h',
    motivation: 'I have translated two handbooks for our school before, and liked it.',
  };
  const valueOf = (name: string) => `document.querySelector(${quote(field(name))})?.value`;

  /** Comes near the form, which then gets its script. */
  async function goToForm(): Promise<void> {
    await has('#apply form');
    await engine.evaluate('document.querySelector("#apply form").scrollIntoView()');
    await expectTrue('!document.querySelector("#apply [data-form]")');
  }

  async function fillIn(given: string): Promise<void> {
    await open(own.path);
    await goToForm();
    for (const [key, text] of Object.entries({ name: given, ...answers })) await type(field(key), text);
    await contains('.apply-draft', t('form.draft.kept').split('{')[0] ?? '');
  }

  /** Fills in what is left, and sends. Bots are quicker than three seconds, and forms wait that long by themselves. */
  async function send(): Promise<void> {
    await choose(field('country'), 'SN');
    const others = 'document.querySelectorAll("#apply form [name^=language_], #apply form [name^=answer_]")';
    const names = (await engine.evaluate(
      `[...${others}].map((control) => control.name)`,
    )) as readonly string[];
    for (const one of names)
      await (one.startsWith('language_')
        ? choose(field(one), 'good')
        : type(field(one), 'Yes, twice last year.'));
    await press(field('consent'));
    await press('#apply form > button[type=submit]');
  }

  const expectReceived = (name: string) =>
    retry(async () => {
      const count = await connection.countReceived(name);
      if (count !== 1) throw new Error(`${count} submissions of ${name} have arrived`);
    });

  return [
    {
      name: 'find',
      run: async () => {
        await open(home);
        await has('.finder-matches a');
        await choose('.finder [name=hours]', '5');
        await press('.finder button[type=submit]');
        await expectTrue('location.search.includes("hours=5")');
        await has('.search-found .rows h3 a');
      },
    },
    {
      name: 'read',
      run: async () => {
        const first = 'document.querySelector(".search-found .rows h3 a")';
        const found = await engine.evaluate(`${first}.textContent.trim()`);
        await press('.search-found .rows h3 a');
        await headingIs(String(found));
      },
    },
    {
      name: 'go back to the same place in the results',
      run: async () => {
        await open(sectionPath('search'));
        const last = '.search-found .rows:last-of-type > li:last-child h3 a';
        await has(last);
        await engine.evaluate(`document.querySelector(${quote(last)}).scrollIntoView()`);
        await press(last);
        await has('#apply');
        await back();
        await has(last);
        const top = `document.querySelector(${quote(last)}).getBoundingClientRect().top`;
        await expectTrue(`${top} > 0 && ${top} < innerHeight`);
      },
    },
    {
      name: 'search, and go back to the results',
      run: async () => {
        await open(sectionPath('search'));
        await has('.search-found');
        await type('#search-q', title);
        await press('.search-words button[type=submit]');
        await contains('.search-found .rows h3 a', title);
        await press('.search-found .rows h3 a');
        await headingIs(title);
        await back();
        await contains('.search-found .rows h3 a', title);
        await expectValue('document.querySelector("#search-q").value', title);
      },
    },
    {
      name: 'save',
      run: async () => {
        await open(own.path);
        await press('.save-here button[data-save]');
        await has('.save-here button[data-save][aria-pressed=true]');
        await press('.nav-saved');
        await contains('main', title);
      },
    },
    {
      name: 'write, leave, and come back to the draft',
      run: async () => {
        await fillIn(name);
        await press('.brand');
        await headingIs(t('home.title'));
        await has('.standing li');
        await back();
        await headingIs(title);
        await goToForm();
        for (const [key, text] of Object.entries({ name, ...answers })) await expectValue(valueOf(key), text);
        await type(field('availability'), ' !');
        await contains('.apply-draft', t('form.draft.kept').split('{')[0] ?? '');
        await open(home);
        await open(own.path);
        await goToForm();
        // Browsers put the cursor at either end.
        for (const part of ['4 h', '!'])
          await expectTrue(`${valueOf('availability')}.includes(${quote(part)})`);
        await expectValue(valueOf('motivation'), answers.motivation);
      },
    },
    {
      name: 'send',
      run: async () => {
        await send();
        await expectValue('location.pathname', sectionPath('thanks'));
        await expectReceived(name);
      },
    },
    {
      name: 'send without a connection, and be online again',
      run: async () => {
        const other = `${name}, once more`;
        await fillIn(other);
        await connection.cut();
        await send();
        await contains('#apply form', t('told.automatic'));
        await connection.restore();
        await open(home);
        await expectReceived(other);
      },
    },
    {
      name: 'read without a connection',
      run: async () => {
        await open(own.path);
        await expectValue('caches.match(location.origin + location.pathname).then(Boolean)', true);
        await connection.cut();
        await open(own.path);
        await headingIs(title);
        await has('[data-offline-banner]:not([hidden])');
        await open(home);
        await headingIs(t('home.title'));
        await open(sectionPath('factSheet'));
        await headingIs(t('offline.title'));
        await connection.restore();
      },
    },
    {
      name: `open ${pages.length} kinds of page`,
      run: async () => {
        for (const path of pages) {
          await open(path);
          await expectValue('document.querySelector("h1") && location.pathname', path);
        }
      },
    },
  ];
}
