/** One finds, reads, applies and follows up in w3m, without scripts, without WebAssembly and without storage. */
import { expect, test, type Page } from '@playwright/test';
import { parse, type DefaultTreeAdapterTypes } from 'parse5';
import { pathOf } from '../../src/i18n/routes';
import { translator } from '../../src/i18n/translate';
import { siteUrl } from '../../scripts/test/ports';
import { fillIn } from './application';
import { submissions, submissionsOf } from './inbox';
import { wholeChromium, withBlockedCookies } from './profile';
import { opportunitiesIn } from './sample';
import { dumpPage, hasW3m, linksOf, postForm, sourceOf } from './w3m';

type Node = DefaultTreeAdapterTypes.ChildNode | DefaultTreeAdapterTypes.Document;
type Element = DefaultTreeAdapterTypes.Element;

const elementsOf = (node: Node): readonly Element[] => [
  ...('tagName' in node ? [node] : []),
  ...('childNodes' in node ? node.childNodes.flatMap(elementsOf) : []),
];

const attributeOf = (element: Element, wanted: string) =>
  element.attrs.find(({ name }) => name === wanted)?.value;

/** The form of a page, with what its controls have at first. */
function formIn(html: string) {
  const form = elementsOf(parse(html)).find(
    (element) => element.tagName === 'form' && attributeOf(element, 'method') === 'post',
  );
  if (!form) throw new Error('The page has no form.');
  const fields = elementsOf(form).flatMap((element): readonly (readonly [string, string])[] => {
    const name = attributeOf(element, 'name');
    if (!name || !/^(?:input|select|textarea)$/.test(element.tagName)) return [];
    return [[name, attributeOf(element, 'value') ?? '']];
  });
  return { action: attributeOf(form, 'action') ?? '', fields };
}

/** What a person gives to each field of these names; others keep what they have. */
const filled = (fields: readonly (readonly [string, string])[], answers: Readonly<Record<string, string>>) =>
  fields.map(([name, value]) => {
    const known = Object.entries(answers).find(([start]) => name.startsWith(start))?.[1];
    return [name, known ?? value] as const;
  });

/** The address of a link by how it begins: in lists a number stands behind it. */
const found = (links: ReadonlyMap<string, string>, words: string): string => {
  const link = [...links].find(([text]) => text.startsWith(words));
  if (!link) throw new Error(`No link says “${words}”.`);
  return link[1];
};

test.describe('in w3m', () => {
  // npm test installs w3m where it can.
  // It is installed on Debian only.
  test.skip(!hasW3m, 'There is no w3m.');

  test('one finds, reads, applies, and tells the editors', async () => {
    const t = translator('en');
    const name = `Aminata w3m en ${Date.now()}`;
    const home = siteUrl + pathOf('en', { to: 'home' });
    const browse = found(await linksOf(home), t('footer.browse'));
    const task = found(await linksOf(browse), t('task.translation'));
    const own = opportunitiesIn('en').find(
      ({ stage, shared }) =>
        stage === 'open' && shared.applyBy === 'form' && shared.taskTypes.includes('translation'),
    );
    if (!own) throw new Error('The sample has no open translation with a form.');
    const address = found(await linksOf(task), own.texts.title.value);
    const text = await dumpPage(address);
    expect(text).toContain(own.texts.title.value);
    expect(text).toContain(t('apply.title'));

    const { action, fields } = formIn(await sourceOf(address));
    const answer = await postForm(
      action,
      filled(fields, {
        name,
        email: 'aminata@example.org',
        country: 'Sénégal',
        language_: 'good',
        availability: '4 h',
        motivation: 'I have translated two handbooks for our school before, and liked it.',
        answer_: 'Yes, twice last year.',
        consent: 'yes',
      }),
    );
    expect(answer).toContain(t('thanks.title'));
    const [submission, ...more] = await submissionsOf(name);
    expect(more).toEqual([]);
    expect(submission?.fields).toMatchObject({ country: 'Sénégal', _language: 'en' });

    const report = formIn(await sourceOf(found(await linksOf(address), t('message.report.title'))));
    const words = `Something is wrong here: ${name}`;
    const received = await postForm(
      report.action,
      filled(report.fields, {
        about_page: address,
        reason: 'money',
        what: words,
        email: 'aminata@example.org',
        consent: 'yes',
      }),
    );
    expect(received).toContain(t('received.title'));
    expect(
      (await submissions()).filter(({ fields: sent }) => Object.values(sent).includes(words)),
    ).toHaveLength(1);
  });
});

const t = translator('en');
const own = opportunitiesIn('en').find(({ stage, shared }) => stage === 'open' && shared.applyBy === 'form');
const ownPath = own?.path ?? '';
const title = own?.texts.title.value ?? '';

/** Sends an application, and expects the page of thanks and one submission. */
async function applyAs(page: Page, name: string): Promise<void> {
  await page.locator('#apply form').scrollIntoViewIfNeeded();
  await expect(page.locator('[data-form]')).toHaveCount(0);
  await fillIn(page.locator('#apply form'), name);
  await page.getByRole('button', { name: t('apply.send') }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(t('thanks.title'));
  expect(await submissionsOf(name)).toHaveLength(1);
}

test('without WebAssembly one searches for words and phrases, is told what fails, and can apply', async ({
  page,
}) => {
  await page.addInitScript(() => Reflect.deleteProperty(globalThis, 'WebAssembly'));
  const search = pathOf('en', { to: 'section', section: 'search' });
  await page.goto(`${search}?q=translate`);
  await expect(page.locator('.search-main .rows[aria-busy] h3 a').first()).toBeVisible();
  await page.goto(`${search}?q=%22savings+groups%22`);
  await expect(page.locator('.search-main .rows[aria-busy] h3 a').first()).toBeVisible();
  await page.getByRole('button', { name: t('search.texts.button') }).click();
  await expect(page.getByRole('alert')).toHaveText(t('search.texts.error'));
  await page.goto(ownPath);
  await applyAs(page, `Aminata no WebAssembly ${Date.now()}`);
});

test.describe('with storage blocked', () => {
  // The shell without windows has no setting that blocks storage; a whole Chromium has.
  // Headless shells have no setting that blocks storage, and a whole Chromium can't be installed everywhere.
  test.skip(wholeChromium === undefined, 'There is no Chromium that blocks storage.');

  test('one finds, reads and applies', async () => {
    await withBlockedCookies(async (context) => {
      const page = await context.newPage();
      const errors: string[] = [];
      page.on('pageerror', (error) => errors.push(error.message));
      await page.goto(pathOf('en', { to: 'section', section: 'search' }));
      expect(
        await page.evaluate(() => {
          try {
            return localStorage.length;
          } catch {
            return 'blocked';
          }
        }),
      ).toBe('blocked');
      await page.locator('#search-q').fill(title);
      await page.locator('#search-q').press('Enter');
      // Only what was searched for is marked, and a link above the results names the words too.
      await expect(page.locator('.search-main .rows[aria-busy=false] mark').first()).toBeVisible();
      await page.getByRole('link', { name: title, exact: true }).click();
      await expect(page.getByRole('heading', { level: 1 })).toHaveText(title);
      await applyAs(page, `Aminata no storage ${Date.now()}`);
      expect(errors).toEqual([]);
    });
  });
});
