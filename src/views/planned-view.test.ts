/**
 * A file is taken over where the key of its view is the same as at the last publish. So whatever changes in the content,
 * a view with the same key has to be the same.
 */
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { unwrap } from '@/model/fields/fields';
import { rawOpportunity, rawOrganization } from '@/model/samples.fixture';
import { utcDay } from '@/model/time/clock';
import { dayMs } from '@/model/time/lifecycle';
import type { RawEntry } from '@/model/types/entry';
import { contentTypes } from '@/model/types/types';
import { opportunityStatuses } from '@/model/vocabularies/kinds';
import { acceptEntries } from '@/pipeline/check/accept';
import type { Content } from '@/pipeline/content';
import { pathOf } from '@/i18n/routes';
import { kinds } from '@/site/page-kinds';
import { mostNewest } from '@/site/lists/dated-pages';
import { buildSite } from '@/site/site';
import { planOpportunity } from './entries/opportunity';
import { planClosings } from './feeds/closing-views';
import { planFeeds } from './feeds/feed-views';
import { siteContexts } from './frame/context';
import { planBrowseList } from './lists/browse';
import type { PlannedView } from './planned-view';
import { planEmbeds } from './share/embed-views';
import { contextOf, siteOf, smallEntries } from './views.fixture';

const logo = { width: 192, height: 192, avif: [], webp: [{ src: '/media/0a1b2c3d-192.webp', width: 192 }] };

/** As many opportunities as need a second page of a list, one a day from an instant (ms) on. */
const tasks = (name: string, from: number): RawEntry[] =>
  Array.from({ length: mostNewest }, (_, index) =>
    rawOpportunity(`${name}-${index}`, { posted: utcDay(from + index * dayMs) }),
  );

/** Organizations and opportunities that pages compare with each other, so many that lists have two pages. */
function manyEntries(): RawEntry[] {
  const similar = { causes: ['water'], applicantCountries: ['SN'], posted: '2026-04-01' };
  return [
    ...smallEntries().map((entry) =>
      entry.id === 'o1' ? rawOrganization('o1', { logo: 'logos/o1.png' }) : entry,
    ),
    rawOpportunity('pumps', similar),
    ...tasks('task', Date.parse('2026-01-01')),
  ];
}

function contentOf(raw: readonly RawEntry[]): Content {
  const { entries } = acceptEntries(raw, []);
  return {
    locales: ['en', 'fr'],
    fallbacks: {},
    entries,
    pictures: { 'logos/o1.png': logo },
    now: siteOf([]).now,
  };
}

/** Tasks have pages and calendars of one kind: those of the oldest of one page of a list, and the newest of the next, will do. */
const comparedTasks = ['task-9', 'task-10', 'task-11'];
const isCompared = (id: string) => !id.startsWith('task-') || comparedTasks.includes(id);

/** The planned views of a site, by the path of their file. */
function plansOf(content: Content): Map<string, PlannedView<unknown>> {
  const site = buildSite(content);
  const contexts = siteContexts(site, contextOf(site).siteUrl);
  const pages = site.locales.flatMap((locale) => {
    const context = contextOf(site, locale as 'en' | 'fr');
    const lists = kinds.browseList.pages(context.own);
    return [
      ...context.own.opportunities
        .filter(({ id }) => isCompared(id))
        .map((one) => [one.path, planOpportunity(context, one)] as const),
      ...lists.map(
        ({ route, props: { list, page } }) =>
          [pathOf(locale, route), planBrowseList(context, list, page)] as const,
      ),
    ];
  });
  const closings = [...planClosings(contexts)].filter(({ path }) =>
    isCompared(path.replace(/.*\/|\.ics$/g, '')),
  );
  const files = [...contexts.flatMap((context) => [...planFeeds(context)]), ...closings].map(
    (plan) => [plan.path, plan] as const,
  );
  const embeds = contexts
    .flatMap((context) => [...planEmbeds(context)])
    .map((plan) => [`embed ${plan.places[0] ?? ''}`, plan] as const);
  return new Map<string, PlannedView<unknown>>([...pages, ...files, ...embeds]);
}

/** The choices of all fields within a schema. */
function choicesIn(schema: z.core.$ZodType): string[][] {
  const inner = unwrap(schema);
  if (inner instanceof z.ZodEnum) return [inner.options.map(String)];
  if (inner instanceof z.ZodArray) return choicesIn(inner.element);
  return inner instanceof z.ZodObject ? Object.values<z.core.$ZodType>(inner.shape).flatMap(choicesIn) : [];
}

const vocabularies = [
  // Drafts aren't among the content of a build.
  opportunityStatuses.slice(2),
  ...Object.values(contentTypes).flatMap(({ shared }) => choicesIn(shared)),
  ['SN', 'KE', 'BO'],
  ['Africa/Dakar', 'Asia/Tokyo'],
];

/** Another value of the same kind. */
function otherValue(value: unknown): unknown {
  if (typeof value === 'number') return value + 1;
  if (typeof value === 'boolean') return !value;
  const text = String(value);
  const day = /^(\d{4})-\d\d-\d\d$/.exec(text);
  if (day) return `${day[1]}-12-09`;
  const words = vocabularies.find((one) => one.includes(text));
  return words ? words[(words.indexOf(text) + 1) % words.length] : `${text}2`;
}

/** Each place of a value that isn't a list or a group: `['texts', 'en', 'title']`. */
function placesOf(value: unknown): string[][] {
  if (typeof value !== 'object' || value === null) return [[]];
  return Object.entries(value).flatMap(([name, part]) => placesOf(part).map((rest) => [name, ...rest]));
}

function changed<Value>(value: Value, [name, ...rest]: readonly string[]): Value {
  if (name === undefined) return otherValue(value) as Value;
  const part = changed((value as Record<string, unknown>)[name], rest);
  return (Array.isArray(value) ? value.with(Number(name), part) : { ...value, [name]: part }) as Value;
}

/** The view as text. One that can't be made is like no other. */
function textOf({ make }: PlannedView<unknown>): string | undefined {
  try {
    return JSON.stringify(make());
  } catch {
    return undefined;
  }
}

describe('a planned view', () => {
  const content = contentOf(manyEntries());
  const before = plansOf(content);
  const texts = new Map([...before].map(([path, plan]) => [path, textOf(plan)]));
  const placesIn = (id: string) => {
    const index = content.entries.findIndex((entry) => entry.id === id);
    return placesOf(content.entries[index]).map((place) => ['entries', String(index), ...place]);
  };
  const places: Readonly<Record<string, readonly string[][]>> = {
    ...Object.fromEntries([...smallEntries().map(({ id }) => id), 'pumps'].map((id) => [id, placesIn(id)])),
    tasks: comparedTasks.flatMap(placesIn).filter((place) => place.includes('posted')),
    pictures: placesOf(content.pictures).map((place) => ['pictures', ...place]),
  };

  it('is compared after a change of each value', () => {
    expect(Object.values(places).flat().length).toBeGreaterThan(300);
  });

  it.each(Object.keys(places))('is the same as long as its key is, whatever value changes: %s', (name) => {
    const wrong = (places[name] ?? []).flatMap((place) =>
      [...plansOf(changed(content, place))]
        .filter(([path, plan]) => before.get(path)?.key === plan.key && texts.get(path) !== textOf(plan))
        .map(([path]) => `${place.join('.')}: ${path}`),
    );
    expect(wrong).toEqual([]);
  });

  it('has the same key where a text changes that it doesn’t show', () => {
    const place = placesIn('pumps').find((one) => one.join('.').endsWith('locales.en.task'));
    const after = plansOf(changed(content, place ?? []));
    const others = [...after].filter(
      ([path, { key }]) => path.endsWith('/') && before.get(path)?.key !== key,
    );
    expect(others.map(([path]) => path)).toEqual(['/en/opportunities/translate-guide-pumps/']);
  });

  it('has another key where an older page comes after it', () => {
    const archive = tasks('archive', Date.parse('2019-01-01'));
    const [without, withArchive] = [[], archive].map((more) =>
      plansOf(contentOf([...manyEntries(), ...more])),
    );
    const list = '/en/browse/task/translation/page/';
    const page = withArchive?.keys().find((path) => path.startsWith(list) && without?.has(path)) ?? '';
    expect(withArchive?.get(page)?.key).not.toBe(without?.get(page)?.key);
  });
});
