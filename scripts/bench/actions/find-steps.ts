/** The ways to find an opportunity from home. */
import type { Locator, Page } from '@playwright/test';
import { languageName } from '@/i18n/names';
import { translator } from '@/i18n/translate';
import { visitorHours, type Wanted } from './fitting';
import { beginsWith, findByName, likeTemplate, type SiteNames } from './names';
import { DeadEndError, patience, type Visitor } from './visitor';

/** How far a visitor looks down one list, in heights of the window. */
const listPatience = 5;

interface FindWay {
  readonly name: string;
  /** Goes that way. Resolves to the title of an opportunity that fits. */
  readonly go: (visitor: Visitor) => Promise<Locator>;
}

/** The ways: by what home asks, and by links that name the task, then the language. */
export function findWays(names: SiteNames, wanted: Wanted): FindWay[] {
  const { task } = wanted;
  const taskNames = names.of(`task.${task}.do`, `task.${task}`);
  const language = languageName(translator(names.locale), names.locale);
  return [
    { name: 'the sentence', go: (visitor) => completeSentence(visitor, names, wanted, language) },
    { name: 'a link of the task', go: (visitor) => followLinks(visitor, names, wanted, [taskNames]) },
    {
      name: 'links of the task and the language',
      go: (visitor) => followLinks(visitor, names, wanted, [taskNames, [language]]),
    },
    {
      name: 'the lists, then a link of the task',
      go: (visitor) =>
        followLinks(visitor, names, wanted, [names.of('home.orBrowse', 'footer.browse'), taskNames]),
    },
  ];
}

/** The folder of all opportunities: `/fr/missions/`. */
const opportunitiesFolder = (names: SiteNames) => `/${names.locale}/${names.one('section.opportunities')}/`;

/** The first link in the content that leads to one of the opportunities, as a title does. */
const fittingTitle = (page: Page, { paths }: Wanted) =>
  page
    .locator(paths.map((path) => `main a[href^="${path}"]:not([href*="#"])`).join(', '))
    .filter({ visible: true })
    .first();

/** The options of a list by name. */
const optionsOf = async (list: Locator) =>
  (await list.locator('option').allTextContents()).map((text) => text.trim());

/** Chooses the option, unless it is chosen already. */
async function choose(visitor: Visitor, list: Locator, option: string): Promise<void> {
  const chosen = await list.evaluate(
    (select) => (select as HTMLSelectElement).selectedOptions[0]?.textContent.trim() ?? '',
  );
  if (chosen !== option) await visitor.fill(list, option);
}

/** The option for the visitor's hours: the one that names them, else the largest below. */
function pickHours(options: readonly string[]): string | undefined {
  const named = (option: string) => (option.match(/\d+/g) ?? []).map(Number);
  const containing = options.filter((option) => {
    const numbers = named(option);
    return numbers.length > 0 && Math.min(...numbers) <= visitorHours && visitorHours <= Math.max(...numbers);
  });
  // The one with the smallest upper bound: “up to 2 hours” before “2 to 5 hours”.
  return containing.toSorted((a, b) => Math.max(...named(a)) - Math.max(...named(b)))[0];
}

/** Says the task, the language and the hours, then presses the button unless home shows fitting ones itself. */
async function completeSentence(
  visitor: Visitor,
  names: SiteNames,
  wanted: Wanted,
  language: string,
): Promise<Locator> {
  const { page } = visitor;
  const asked = async (key: string) => {
    const list = await findByName(page, 'combobox', names.of(key));
    return list && (await list.isVisible()) ? list : undefined;
  };
  const task = await asked('finder.task');
  if (!task) throw new DeadEndError('Home doesn’t ask for the task.');
  const pick = async (list: Locator, text: string) =>
    (await optionsOf(list)).find((option) => beginsWith(text).test(option));
  for (const [list, text] of [
    [task, names.of(`task.${wanted.task}.do`)[0] ?? ''],
    [await asked('finder.lang'), language],
  ] as const) {
    const option = list && (await pick(list, text));
    if (list && option !== undefined) await choose(visitor, list, option);
  }
  const hours = await asked('finder.hours');
  const option = hours && pickHours(await optionsOf(hours));
  if (hours && option !== undefined) await choose(visitor, hours, option);
  const shown = await findShownAtHome(page, names, wanted);
  if (shown) {
    await visitor.look(shown, listPatience);
    return shown;
  }
  const show = names.of('finder.show.one', 'finder.show.other', 'finder.none.show', 'search.button');
  const button = await findByName(page, 'button', show.map(likeTemplate));
  if (!button) throw new DeadEndError('Home has no button for it.');
  const before = page.url();
  await visitor.press(button);
  await page.waitForURL((url) => url.href !== before, { timeout: patience });
  const title = fittingTitle(page, wanted);
  await visitor.look(title, listPatience);
  return title;
}

/**
 * A title in a list of home in which everything fits, or says what it needs besides: one that answers the visitor, not one
 * that is new by chance.
 */
async function findShownAtHome(page: Page, names: SiteNames, wanted: Wanted): Promise<Locator | undefined> {
  const title = fittingTitle(page, wanted);
  const isAnswer = async () =>
    (await title.count()) > 0 &&
    (await title.evaluate(
      (link, { paths, folder, needs }) => {
        const links = [...(link.closest('ul, ol')?.querySelectorAll('a') ?? [])];
        const titles = links.filter(({ pathname }) => pathname.startsWith(folder));
        return (
          titles.length > 0 &&
          titles.every(
            (title) =>
              paths.includes(title.pathname) || title.closest('li')?.textContent.includes(needs) === true,
          )
        );
      },
      {
        paths: wanted.paths,
        folder: opportunitiesFolder(names),
        needs: names.one('fits.needs').split('{')[0] ?? '',
      },
    ));
  // Home may show its matches a moment after the choices.
  for (const end = Date.now() + patience / 4; Date.now() < end;) {
    if (await isAnswer()) return title;
    await page.evaluate(() => new Promise((resolve) => requestAnimationFrame(resolve)));
  }
  return undefined;
}

/** Follows links by their names, and reads the list that they lead to. */
async function followLinks(
  visitor: Visitor,
  names: SiteNames,
  wanted: Wanted,
  steps: readonly (readonly string[])[],
): Promise<Locator> {
  const { page } = visitor;
  for (const step of steps) {
    // Titles of opportunities begin with the same words.
    const lists = page.locator(`main a:not([href^="${opportunitiesFolder(names)}"])`);
    const main = step.map((name) => page.getByRole('link', { name: beginsWith(name) }).and(lists));
    let link: Locator | undefined;
    for (const candidate of main) {
      if (link === undefined && (await candidate.count()) > 0) link = candidate.first();
    }
    link ??= await findByName(page, 'link', step);
    if (!link) throw new DeadEndError('There is no such link.');
    const before = page.url();
    await visitor.press(link);
    await page.waitForURL((url) => url.href !== before, { timeout: patience });
  }
  const title = fittingTitle(page, wanted);
  await visitor.look(title, listPatience);
  return title;
}
