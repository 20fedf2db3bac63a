import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Locale } from '@/i18n/locales';
import type { RawEntry } from '@/model/types/entry';
import type { LocaleCodes, WireFields } from '@/sources/contentful/wire';
import { planFile, decodeStoredEntry } from '../pull/pull-plan';
import { planPush } from '../push/push-plan';
import type { SpaceContent, SpaceEntry } from '../space-content';
import { buildEntryState, hashFields, type KnownStates } from './sync-state';

const codes: LocaleCodes = {
  default: 'en',
  byLocale: new Map<Locale, string>([
    ['en', 'en'],
    ['fr', 'fr'],
  ]),
};
const fieldNames = ['en.title', 'fr.title', 'en.summary'] as const;
type FieldName = (typeof fieldNames)[number];
type Values = Readonly<Partial<Record<FieldName, string>>>;

function entryOf(values: Values): RawEntry {
  const locales: Record<string, Record<string, string>> = {};
  for (const name of fieldNames) {
    const [code = '', id = ''] = name.split('.');
    const value = values[name];
    if (value !== undefined) (locales[code] ??= {})[id] = value;
  }
  return { id: 'about', type: 'page', locales, shared: {}, origin: { label: 'about' } };
}

function valuesOf(fields: WireFields): Values {
  const values: Partial<Record<FieldName, string>> = {};
  for (const name of fieldNames) {
    const [code = '', id = ''] = name.split('.');
    const value = fields[id]?.[code];
    if (typeof value === 'string') values[name] = value;
  }
  return values;
}

/** A folder and a space that are edited, pushed and pulled in any order; the commands’ own plans decide what is written. */
class Simulation {
  files: Values = { 'en.title': '0' };
  latest: WireFields | undefined;
  live: WireFields | undefined;
  known: KnownStates = {};
  /** The values of both sides at the last comparison. */
  private agreed: Values = {};
  /** Values that an interrupted push was to write, and may have written. */
  private intended: Values | undefined;
  /** Values that a person wrote on one side, and the other side never had. */
  readonly unshared = { files: new Set<FieldName>(), space: new Set<FieldName>() };
  private version = 0;
  private publishedVersion: number | undefined;
  private wasPublished = false;

  stored(fields = this.latest): SpaceEntry | undefined {
    const { version, publishedVersion } = this;
    const instant = '2026-01-01T00:00:00.000Z';
    const sys = {
      id: 'about',
      version,
      publishedVersion,
      updatedAt: instant,
      firstPublishedAt: this.wasPublished ? instant : undefined,
      contentType: { sys: { id: 'page' } },
    };
    return fields && ({ sys, fields } as unknown as SpaceEntry);
  }

  writeThere(fields: WireFields): void {
    this.latest = fields;
    this.version += 1;
  }

  publishThere(): void {
    this.live = this.latest;
    this.publishedVersion = this.version;
    this.version += 1;
    this.wasPublished = true;
  }

  editHere(name: FieldName, value: string): void {
    // To write what stands there already is no edit.
    if (value === this.files[name]) return;
    this.files = { ...this.files, [name]: value };
    // The value is that of both sides again, so the second edit can’t be detected.
    if (value === this.agreed[name]) this.unshared.files.delete(name);
    else this.unshared.files.add(name);
    this.share();
  }

  editThere(name: FieldName, value: string, isPublished: boolean): void {
    if (!this.latest) return;
    const [code = '', id = ''] = name.split('.');
    const isEdit = value !== valuesOf(this.latest)[name];
    this.writeThere({ ...this.latest, [id]: { ...this.latest[id], [code]: value } });
    if (value === this.agreed[name]) this.unshared.space.delete(name);
    else if (isEdit) this.unshared.space.add(name);
    const { intended } = this;
    const there = valuesOf(this.latest);
    // The same as the interrupted push of these files would have written, so the edit can’t be told from it.
    if (!isPublished && intended && fieldNames.every((one) => there[one] === intended[one]))
      this.unshared.space.clear();
    if (isPublished) this.publishThere();
    this.share();
  }

  /** Values that both sides have can’t be lost. */
  share(): void {
    const there = valuesOf(this.latest ?? {});
    for (const name of fieldNames) {
      if (this.files[name] !== there[name]) continue;
      this.unshared.files.delete(name);
      this.unshared.space.delete(name);
    }
  }

  /** `stopAfter` steps the push is interrupted: intended, written, remembered, published, remembered. */
  push(stopAfter: number, overwrite: boolean): void {
    const space = {
      locales: { codes, locales: ['en', 'fr'], fallbacks: {} },
      entries: new Map(this.latest ? [['about', this.stored()]] : []),
      fieldIds: new Map(),
      assets: new Map(),
    } as unknown as SpaceContent;
    const choose = () => (overwrite ? 'overwrite' : undefined);
    const plan = planPush([entryOf(this.files)], [], space, () => this.known, choose).entries[0];
    if (!plan) throw new Error('There is no plan.');
    const before = valuesOf(this.latest ?? {});
    const liveBefore = valuesOf(this.live ?? {});
    if (plan.verdict === 'same') this.confirm();
    if (plan.verdict === 'write' || plan.verdict === 'overwrite') {
      const steps = [
        () => {
          const fields = hashFields(plan.fields);
          this.known = {
            ...this.known,
            intended: { fields, publishedVersion: this.publishedVersion },
          };
          this.intended = valuesOf(plan.fields);
        },
        () => {
          if (plan.changes.length > 0) this.writeThere(plan.fields);
        },
        () => this.confirm(),
        () => {
          if (plan.publication === 'publish') this.publishThere();
        },
        () => this.confirm(),
      ];
      for (const step of steps.slice(0, stopAfter)) step();
    }
    const after = valuesOf(this.latest ?? {});
    const liveAfter = valuesOf(this.live ?? {});
    const listed = plan.differences.map(({ field }) => field);
    for (const name of fieldNames) {
      const isShown = plan.verdict !== 'write' && listed.includes(name);
      if (this.unshared.space.has(name)) {
        if (before[name] !== after[name]) expect({ name, isShown }).toEqual({ name, isShown: true });
        // Nobody’s draft goes live by a push.
        if (after[name] === before[name] && after[name] !== this.files[name])
          expect(liveAfter[name]).toBe(liveBefore[name]);
      }
      const isLeft = stopAfter >= 5 && after[name] !== this.files[name];
      if (isLeft) expect({ name, isShown }).toEqual({ name, isShown: true });
    }
    this.share();
  }

  pull(overwrite: boolean): void {
    const latest = this.stored();
    if (!latest) return;
    const live = this.stored(this.live);
    const theirs = decodeStoredEntry(live ?? latest, codes, live !== undefined);
    if (!theirs) return;
    const choice = overwrite ? 'overwrite' : undefined;
    const plan = planFile(
      { latest, live, theirs },
      entryOf(this.files),
      { codes, fieldIds: new Map() },
      this.known,
      choice,
    );
    const before = this.files;
    if (plan.verdict === 'write' || plan.verdict === 'overwrite') {
      const taken = plan.differences.filter(
        ({ changedIn }) => plan.verdict === 'overwrite' || changedIn === 'space',
      );
      const there = valuesOf(plan.inSpace);
      for (const { field } of taken) {
        const name = fieldNames.find((one) => one === field);
        if (name) this.files = { ...this.files, [name]: there[name] };
      }
      // The text that is written has just that.
      for (const name of fieldNames) {
        const value = this.files[name];
        if (value !== undefined) expect(plan.text).toContain(value);
      }
    }
    if (plan.agreed) {
      this.known = { seen: plan.agreed };
      this.intended = undefined;
      this.agreed = valuesOf(plan.inSpace);
    }
    for (const name of fieldNames) {
      if (!this.unshared.files.has(name) || before[name] === this.files[name]) continue;
      const isShown = plan.verdict === 'overwrite' && plan.differences.some(({ field }) => field === name);
      expect({ name, isShown }).toEqual({ name, isShown: true });
      // It was given up knowingly.
      this.unshared.files.delete(name);
    }
    this.share();
  }

  private confirm(): void {
    const stored = this.stored();
    if (!stored) return;
    this.known = { seen: buildEntryState(stored) };
    this.intended = undefined;
    this.agreed = valuesOf(stored.fields);
  }
}

const name = fc.constantFrom(...fieldNames);
const value = fc.constantFrom('red', 'green', 'blue');
const operation = fc.oneof(
  fc.record({ do: fc.constant('edit here' as const), name, value }),
  fc.record({ do: fc.constant('edit there' as const), name, value, isPublished: fc.boolean() }),
  fc.record({
    do: fc.constant('push' as const),
    stopAfter: fc.constantFrom(0, 1, 2, 3, 4, 5, 5, 5, 5),
    overwrite: fc.constantFrom(false, false, false, true),
  }),
  fc.record({ do: fc.constant('pull' as const), overwrite: fc.constantFrom(false, false, true) }),
);

describe('edits on both sides, with pushes and pulls between them', () => {
  it('are never overwritten without being shown, nor does a draft go live', () => {
    fc.assert(
      fc.property(fc.array(operation, { maxLength: 16 }), (operations) => {
        const simulation = new Simulation();
        for (const one of operations) {
          if (one.do === 'edit here') simulation.editHere(one.name, one.value);
          else if (one.do === 'edit there') simulation.editThere(one.name, one.value, one.isPublished);
          else if (one.do === 'push') simulation.push(one.stopAfter, one.overwrite);
          else simulation.pull(one.overwrite);
        }
      }),
      { numRuns: 500 },
    );
  });
});
