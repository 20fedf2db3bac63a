/**
 * The states that editors are shown, compared with a simulated world in random sequences: edits in bursts, webhooks that are
 * lost, builds that fail, and publishers that are killed and started again. The queue, the watch, the publisher's status and
 * the states are the program's own; only the content, the building and the clock are simulated.
 */
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { createPublisherStatus, type PublisherStatus } from '@/publish/status/publisher-status';
import { parseBuildRecord, formatBuildRecord, type BuildRecord } from '@/status/build-record';
import { entryStatus, type EntryStatus, type SavedEntry } from '@/status/entry-status';
import { parsePublishStatus, withoutDeadWork } from '@/status/publish-status';
import { createRandom, type Random } from '../../bench/content/random';
import { publishOnRequest } from './listener';
import type { RequestBundle } from './bundle-requests';

beforeEach(() => {
  vi.useFakeTimers({ now: Date.parse('2026-11-25T08:00:00Z') });
});
afterEach(() => {
  vi.useRealTimers();
});

const second = 1000;
const minute = 60 * second;

/** The longest simulated build. */
const longestBuild = 40 * second;
/** `longestDelayMs` of the listener. */
const longestDelay = minute;
const beatMs = 10 * second;

const keys = ['opportunity/a', 'opportunity/b', 'story/c', 'page/d'] as const;

interface SimulatedEntry extends Omit<SavedEntry, 'problems'> {
  /** True if a publish leaves it out. */
  readonly isBroken: boolean;
}

type Snapshot = ReadonlyMap<string, SimulatedEntry>;

interface SimulatedBuild {
  /** The content that it read; undefined before. */
  content?: Snapshot;
  readonly begun: number;
  ended?: number;
  outcome?: 'live' | 'failed' | 'killed';
}

const wait = (ms: number) => new Promise<void>((resolve) => setTimeout(resolve, ms));

class World {
  content = new Map<string, SimulatedEntry>();
  site: BuildRecord | undefined;
  /** Since when the site has had the version that it has, by key. */
  liveSince = new Map<string, number>();
  /** `publish-status.json` */
  file: string | undefined;
  builds: SimulatedBuild[] = [];
  failingUntil = 0;
  /** When the publisher first could have known of a version, by its hash. */
  known = new Map<string, number>();
  private publisher: { readonly queue: RequestBundle; readonly end: () => void } | undefined;

  constructor(
    readonly random: Random,
    readonly lookMs: number,
  ) {}

  get isRunning(): boolean {
    return this.publisher !== undefined;
  }

  start(): void {
    let isKilled = false;
    const before = this.file === undefined ? undefined : parsePublishStatus(this.file);
    const status = createPublisherStatus({
      site: 'https://example.org',
      process: { host: 'here', pid: 1, isListening: true },
      before,
      save: (value) => {
        if (!isKilled) this.file = JSON.stringify(value);
      },
    });
    const timer = setInterval(status.beat, beatMs);
    const queue = publishOnRequest({
      quietMs: 5 * second,
      status,
      content: {
        everyMs: this.lookMs,
        mark: async () => {
          if (this.random.chance(0.2)) throw new Error('No connection');
          for (const { hash } of this.content.values()) this.know(hash);
          return JSON.stringify([...this.content]);
        },
      },
      fail: (error) => {
        if (status.current().building !== undefined) status.fail((error as Error).message);
      },
      publish: () => this.publish(status, () => isKilled),
    });
    this.publisher = {
      queue,
      end: () => {
        isKilled = true;
        clearInterval(timer);
        void queue.stop();
      },
    };
    for (const { hash } of this.content.values()) this.know(hash);
    queue.begin();
  }

  private know(hash: string): void {
    if (!this.known.has(hash)) this.known.set(hash, Date.now());
  }

  private async publish(status: PublisherStatus, isKilled: () => boolean): Promise<void> {
    const build: SimulatedBuild = { begun: Date.now() };
    this.builds.push(build);
    const end = (outcome: SimulatedBuild['outcome']) => Object.assign(build, { ended: Date.now(), outcome });
    const step = async (ms: number) => {
      await wait(ms);
      // A killed process does nothing any more.
      if (isKilled()) await new Promise(() => undefined);
    };
    const all = this.random.int(2 * second, longestBuild);
    status.begin();
    await step(this.random.int(0, 300));
    const read = new Map(this.content);
    const built = new Date().toISOString();
    build.content = read;
    await step(this.random.int(0, 500));
    status.setLeftOut(
      [...read].flatMap(([key, { hash, isBroken, isPublishable }]) => {
        const [type = '', id = ''] = key.split('/');
        return isPublishable && isBroken
          ? [{ type, id, title: id, hash, reasons: [`${hash} is broken`] }]
          : [];
      }),
    );
    await step(all);
    if (Date.now() < this.failingUntil) {
      end('failed');
      throw new Error('The disk is full.');
    }
    const shown = [...read].filter(([, { isBroken, isPublishable }]) => isPublishable && !isBroken);
    const entries = Object.fromEntries(shown.map(([key, { hash }]) => [key, hash]));
    const before = this.site?.entries;
    for (const key of keys) if (before?.[key] !== entries[key]) this.liveSince.set(key, Date.now());
    this.site = { version: 1, built, code: 'x', content: built, entries };
    status.succeed(entries, before);
    end('live');
  }

  kill(): void {
    this.publisher?.end();
    this.publisher = undefined;
    const last = this.builds.at(-1);
    if (last?.ended === undefined && last) Object.assign(last, { ended: Date.now(), outcome: 'killed' });
  }

  /** An editor saves, publishes, unpublishes or breaks an entry, of which a webhook tells at most. */
  edit(key: string): void {
    const at = new Date().toISOString();
    const hash = `${key}@${at}#${this.random.int(0, 1e6)}`;
    const isPublishable = this.random.chance(0.85);
    this.content.set(key, { key, at, hash, isPublishable, isBroken: this.random.chance(0.15) });
    if (this.random.chance(0.4)) return;
    setTimeout(
      () => {
        if (!this.publisher) return;
        this.know(hash);
        this.publisher.queue.request();
      },
      this.random.int(0, 3 * second),
    );
  }

  /** The state of an entry that an editor is shown, from the files that a tool reads. */
  shown(key: string): EntryStatus | undefined {
    const entry = this.content.get(key);
    if (!entry) return undefined;
    const status = this.file === undefined ? undefined : parsePublishStatus(this.file);
    return entryStatus(
      { ...entry, problems: [] },
      {
        build: this.site && parseBuildRecord(formatBuildRecord(this.site)),
        publish: status && withoutDeadWork(status, this.isRunning ? Date.now() : Infinity),
      },
    );
  }

  /** The build that runs. */
  get running(): SimulatedBuild | undefined {
    const last = this.builds.at(-1);
    return last?.ended === undefined ? last : undefined;
  }

  /** The last build that was not killed. */
  get lastEnded(): SimulatedBuild | undefined {
    return this.builds.findLast(({ outcome }) => outcome === 'live' || outcome === 'failed');
  }
}

/** A claim that a publish waits, which a later build has to keep. */
interface QueuedClaim {
  readonly at: number;
  readonly entry: SimulatedEntry;
}

/** Checks what is shown of every entry against the world. */
function checkStates(world: World, claims: QueuedClaim[]): void {
  const now = Date.now();
  const { running, lastEnded, site } = world;
  for (const key of keys) {
    const entry = world.content.get(key);
    const shown = world.shown(key);
    if (!entry || !shown) continue;
    const saved = Date.parse(entry.at);
    const isLive = site?.entries[key] === entry.hash;
    const wasRead = running?.content?.get(key)?.hash === entry.hash;
    expect(shown.is === 'live', 'live, if and only if the site has it').toBe(isLive);
    expect(shown.isOtherLive).toBe(site?.entries[key] !== undefined && !isLive);
    switch (shown.is) {
      case 'live': {
        const since = Date.parse(shown.since);
        const isExact = since === world.liveSince.get(key);
        expect(isExact || shown.since === site?.built, 'since it was live, or by that build').toBe(true);
        expect(since).toBeLessThanOrEqual(now);
        break;
      }
      case 'building':
        expect(running, 'a build runs').toBeDefined();
        expect(running?.content === undefined || wasRead, 'and has read it, or will').toBe(true);
        expect(Date.parse(shown.since)).toBe(running?.begun);
        break;
      case 'queued':
        expect(world.isRunning, 'a publisher runs').toBe(true);
        claims.push({ at: now, entry });
        break;
      case 'not-live': {
        const [reason] = shown.reasons;
        if (reason === `${entry.hash} is broken`) {
          expect(entry.isBroken && entry.isPublishable, 'it would be left out').toBe(true);
          expect(
            world.builds.some(({ content }) => content?.get(key) === entry),
            'and was',
          ).toBe(true);
        } else {
          expect(reason).toBe('The disk is full.');
          expect(lastEnded?.outcome).toBe('failed');
          expect(needsPublish(entry, site)).toBe(true);
          expect(lastEnded?.content?.get(key), 'the failed build read it').toBe(entry);
        }
        break;
      }
      case 'stopped':
        expect(world.isRunning, 'no publisher runs').toBe(false);
        expect(needsPublish(entry, site)).toBe(true);
        break;
      case 'saved':
        expect(world.isRunning || !needsPublish(entry, site), 'a publisher runs, if it needs one').toBe(true);
        // A build that began after it was saved is told of.
        expect(running && running.begun > saved && world.isRunning && needsPublish(entry, site)).toBeFalsy();
        break;
    }
  }
}

const needsPublish = (entry: SimulatedEntry, site: BuildRecord | undefined) =>
  entry.isPublishable || site?.entries[entry.key] !== undefined;

/** Every claim that a publish waits is followed by one that reads what was claimed, unless the publisher was killed. */
function checkClaims(world: World, claims: readonly QueuedClaim[], kills: readonly number[]): void {
  for (const { at, entry } of claims) {
    const build = world.builds.find(({ begun }) => begun >= at);
    const from = build?.begun ?? Infinity;
    const running = world.builds.findLast(({ begun }) => begun < at);
    const free = Math.max(at, running?.ended ?? at);
    if (kills.some((kill) => kill >= at && kill <= Math.min(from, free + longestDelay + second))) continue;
    expect(from, `queued at ${new Date(at).toISOString()}`).toBeLessThanOrEqual(free + longestDelay + second);
    const read = build?.content?.get(entry.key);
    if (build?.content) expect(Date.parse(read?.at ?? '')).toBeGreaterThanOrEqual(Date.parse(entry.at));
  }
}

/** No version that a publisher knows of waits for more than two builds: the one that runs, and the next. */
function checkWaits(world: World, kills: readonly number[]): number {
  let most = 0;
  for (const [hash, since] of world.known) {
    const containing = world.builds.find(({ begun, content }) => {
      const found = [...(content?.values() ?? [])];
      return found.some((one) => one.hash === hash) || begun >= since;
    });
    const until = containing?.begun ?? Infinity;
    if (kills.some((kill) => kill >= since && kill <= until)) continue;
    const waited = world.builds.filter(
      ({ begun, ended = Infinity }) => ended > since && begun <= until,
    ).length;
    expect(waited, `${hash} waits`).toBeLessThanOrEqual(2);
    most = Math.max(most, waited);
  }
  return most;
}

/** Simulates a sequence of a seed. Resolves to the states that were shown, by how often. */
async function simulate(seed: number): Promise<Map<string, number>> {
  const random = createRandom(seed);
  const world = new World(random, seed % 4 === 0 ? 5 * second : 10 * minute);
  const claims: QueuedClaim[] = [];
  const kills: number[] = [];
  const counts = new Map<string, number>();
  const look = async () => {
    // Work that begins at this instant has begun.
    await vi.advanceTimersByTimeAsync(0);
    checkStates(world, claims);
    for (const key of keys) {
      const is = world.shown(key)?.is ?? 'none';
      counts.set(is, (counts.get(is) ?? 0) + 1);
    }
  };
  for (const key of keys) world.edit(key);
  world.start();
  for (let event = 0; event < 30; event++) {
    const isBurst = random.chance(0.6);
    const pause = isBurst ? random.int(1, 4 * second) : random.int(5 * second, 4 * minute);
    // Looks in between, at odd moments.
    for (let part = 0; part < 3; part++) {
      await vi.advanceTimersByTimeAsync(Math.ceil((pause * random.next()) / 2));
      await look();
    }
    const kind = random.next();
    if (kind < 0.75) world.edit(random.pick(keys));
    else if (kind < 0.85) world.failingUntil = Date.now() + random.int(second, 6 * minute);
    else if (world.isRunning) {
      kills.push(Date.now());
      world.kill();
    } else world.start();
    await look();
  }
  if (!world.isRunning) world.start();
  await look();
  // In the end, everything that can be is live, also what no webhook told of.
  for (let part = 0; part < 6; part++) {
    await vi.advanceTimersByTimeAsync(12 * minute);
    await look();
  }
  for (const [key, { hash, isPublishable, isBroken }] of world.content) {
    expect(world.site?.entries[key], key).toBe(isPublishable && !isBroken ? hash : undefined);
  }
  checkClaims(world, claims, kills);
  counts.set('waited', checkWaits(world, kills));
  world.kill();
  return counts;
}

const seeds = Array.from({ length: 200 }, (_, index) => index + 1);

it('are right at every moment of 200 random sequences, in which nothing waits for more than two builds', async () => {
  const totals = new Map<string, number>();
  for (const seed of seeds) {
    try {
      for (const [is, count] of await simulate(seed)) totals.set(is, (totals.get(is) ?? 0) + count);
    } catch (error) {
      throw new Error(`Seed ${seed}`, { cause: error });
    }
  }
  // Each state was looked at often enough.
  for (const is of ['saved', 'queued', 'building', 'live', 'not-live', 'stopped'])
    expect(totals.get(is), is).toBeGreaterThan(500);
}, 60_000);
