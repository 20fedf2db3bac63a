/** `npm run bench -- editing`: writes one opportunity in Contentful's form, as it was and as it is, and counts the actions. */
import { isDeepStrictEqual } from 'node:util';
import { buildApp } from '@scripts/cms/app/build-app';
import { describeModel } from '@scripts/cms/app/describe-model';
import { buildHostForm, hostLocales, type HostForm } from '@scripts/local/app-host/host-form';
import { startAppHost } from '@scripts/local/app-host/host-server';
import type { Host } from '@scripts/local/app-host/host.client';
import type { Locale } from '@/i18n/locales';
import { OperatorError } from '@/model/operator-error';
import type { RawEntry } from '@/model/types/entry';
import { createFilesSource } from '@/sources/files/files-source';
import { readNested } from '@/model/json';
import { listModelFields } from '@/sources/contentful/stored-fields';
import { createLink, encodeFields, type WireFields } from '@/sources/contentful/wire';
import type { Browser } from '@playwright/test';
import { openBrowser } from '../browser';
import { buildFormerForm } from './former-form';
import { listWanted, writeBuiltin } from './write-former';
import { writeInApp } from './write-in-app';
import { Writer, type WritingEffort } from './writer';

/** In three languages, with languages, skills, hours and a closing day. */
const entryId = 'translate-water-handbook';

/** The form doesn't hold the expected values at the end. */
class WritingError extends OperatorError {
  override readonly name = 'WritingError';
}

interface Editing {
  readonly name: string;
  readonly form: HostForm;
  /** The values that a person writes. */
  readonly wanted: WireFields;
  readonly timeZone: string;
  /** The language that is written first. */
  readonly original: string;
  /** The fields that are written without a person. */
  readonly unattended: readonly string[];
}

async function readSampleEntry(): Promise<RawEntry> {
  const { entries } = await createFilesSource('content').read(() => undefined);
  const found = entries.find(({ type, id }) => type === 'opportunity' && id === entryId);
  if (!found) throw new WritingError(`The sample has no opportunity “${entryId}”.`);
  // The host page links to one entry.
  return { ...found, shared: { ...found.shared, organization: 'linked', provenance: undefined } };
}

/** The fields as they were stored before: each in one value. */
function encodeFormer({ locales, shared }: RawEntry): WireFields {
  return Object.fromEntries(
    listModelFields('opportunity').map(({ id, localized, shape }) => {
      const read = (code: string, locale: Locale) => {
        const value = localized ? locales[locale]?.[id] : code === 'en-US' ? shared[id] : undefined;
        return shape.type === 'Link' && typeof value === 'string' ? createLink(shape.linkType, value) : value;
      };
      const values = hostLocales.map(({ code }) => [code, read(code, code.slice(0, 2) as Locale)] as const);
      return [id, Object.fromEntries(values.filter(([, value]) => value !== undefined))];
    }),
  );
}

function planEditing(sample: RawEntry): Editing[] {
  // It's opened on the day on which it's written.
  const timeZone = String(readNested(sample.shared['closes'], 'zone'));
  const original = String(sample.shared['originalLanguage']);
  const today = new Intl.DateTimeFormat('en-CA', { timeZone }).format(new Date());
  const entry = { ...sample, shared: { ...sample.shared, updated: today, posted: today } };
  const form = buildHostForm({ type: 'opportunity' });
  const codes = {
    default: 'en-US',
    byLocale: new Map(hostLocales.map(({ code }) => [code.slice(0, 2) as Locale, code])),
  };
  const present = encodeFields('opportunity', entry, codes);
  return [
    {
      name: 'before',
      form: buildFormerForm(form.tabs),
      wanted: encodeFormer(entry),
      timeZone,
      original,
      unattended: [],
    },
    {
      name: 'after',
      form,
      wanted: present,
      timeZone,
      original,
      unattended: ['updated', 'originalLanguage', 'posted'],
    },
  ];
}

/** Writes the entry in a form that is open. Resolves to what it took; rejects if something else is in the form then. */
async function writeEntry(browser: Browser, address: string, editing: Editing): Promise<WritingEffort> {
  const { form, wanted, unattended } = editing;
  const { types, vocabularies } = describeModel('en');
  // The person is where the organization is: that time zone is offered.
  const page = await browser.newPage({
    viewport: { width: 1280, height: 900 },
    locale: 'en-GB',
    timezoneId: editing.timeZone,
  });
  const writer = new Writer(page);
  await page.goto(address);
  if (form.hasSidebar)
    await page
      .frameLocator('iframe[title=Sidebar]')
      .getByText('Checks')
      .or(page.frameLocator('iframe[title=Sidebar]').locator('.findings'))
      .first()
      .waitFor();
  for (const [index, tab] of form.tabs.entries()) {
    const inTab = listWanted(form, wanted, tab.id, editing.original).filter(
      ({ field }) => !unattended.includes(field.id),
    );
    if (inTab.length > 0 && index > 0)
      await writer.click(page.getByRole('button', { name: tab.name, exact: true }));
    for (const one of inTab) {
      const control = types.opportunity.find(({ id }) => id === one.field.id)?.control;
      if (one.field.widget !== 'app' || !control) await writeBuiltin(writer, one);
      else
        await writeInApp(
          writer,
          page.frameLocator(`iframe[title="${one.title}"]`),
          control,
          vocabularies,
          one.value,
        );
    }
  }
  const isWritten = async () => {
    const written = await page.evaluate(() => (window as unknown as { host: Host }).host.entry.values);
    return Object.entries(wanted).filter(
      ([id, values]) =>
        form.fields.some((field) => field.id === id && field.widget !== 'hidden') &&
        !isDeepStrictEqual(sortKeys({ ...form.values[id], ...values }), sortKeys(written[id] ?? {})),
    );
  };
  let others = await isWritten();
  for (let tries = 0; others.length > 0 && tries < 50; tries++) {
    await page.waitForTimeout(100);
    others = await isWritten();
  }
  await page.close();
  if (others.length > 0)
    throw new WritingError(
      `${editing.name}: these fields have other values: ${others.map(([id]) => id).join(', ')}.`,
    );
  return writer.total;
}

/** The value with the keys of its groups in one order, in which they are no difference. */
function sortKeys(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sortKeys);
  if (typeof value !== 'object' || value === null) return value;
  const sorted = Object.entries(value).toSorted(([a], [b]) => (a < b ? -1 : 1));
  return Object.fromEntries(sorted.map(([key, part]) => [key, sortKeys(part)]));
}

/** Writes the entry in both forms, and prints what it took. */
export async function benchEditing(
  executablePath: string | undefined,
  print: (line: string) => void,
): Promise<void> {
  const appDir = '.local/bench/contentful-app';
  await buildApp(appDir, print);
  const host = await startAppHost(appDir);
  const browser = await openBrowser(executablePath);
  try {
    print(`Writing ${entryId} in three languages in Contentful’s form:`);
    print(
      `${''.padEnd(8)}${['actions', 'JSON fields', 'values in JSON', 'codes typed'].map((title) => title.padStart(16)).join('')}`,
    );
    for (const editing of planEditing(await readSampleEntry())) {
      const { actions, jsonFields, jsonValues, codes } = await writeEntry(
        browser,
        host.show(editing.form),
        editing,
      );
      print(
        `${editing.name.padEnd(8)}${[actions, jsonFields, jsonValues, codes].map((n) => String(n).padStart(16)).join('')}`,
      );
    }
  } finally {
    await browser.close();
    await host.close();
  }
  print('');
  print(
    'Actions: clicks, keys that set something going, filled fields. A field with JSON is one, whatever is in it.',
  );
}
