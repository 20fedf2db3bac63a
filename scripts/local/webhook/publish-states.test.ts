/**
 * The states that editors are shown of an entry while a publisher works, step by step. The queue, the watch, the publisher's
 * status and the states are the program's own; only the content, the building and the clock are simulated.
 */
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { createPublisherStatus } from '@/publish/status/publisher-status';
import type { BuildRecord } from '@/status/build-record';
import { entryStatus } from '@/status/entry-status';
import { parsePublishStatus, withoutDeadWork } from '@/status/publish-status';
import { publishOnRequest } from './listener';

const second = 1000;
const minute = 60 * second;

/** A build of 40 seconds, which reads the content in its first. */
const buildMs = 40 * second;

const key = 'story/nora';

class World {
  entry = { at: new Date().toISOString(), hash: 'v1' };
  isBroken = false;
  isFailing = false;
  builds = 0;
  private begun = '';
  site: BuildRecord | undefined;
  /** `publish-status.json` */
  private file: string | undefined;
  private publisher: { readonly request: () => void; readonly kill: () => void } | undefined;

  start(): void {
    let isKilled = false;
    const status = createPublisherStatus({
      site: 'https://example.org',
      process: { host: 'here', pid: 1, isListening: true },
      before: this.file === undefined ? undefined : parsePublishStatus(this.file),
      save: (value) => {
        if (!isKilled) this.file = JSON.stringify(value);
      },
    });
    const beats = setInterval(status.beat, 10 * second);
    const step = async (ms: number) => {
      await new Promise((resolve) => setTimeout(resolve, ms));
      // A killed process does nothing any more.
      if (isKilled) await new Promise(() => undefined);
    };
    const { request, begin, stop } = publishOnRequest({
      quietMs: 5 * second,
      status,
      content: { everyMs: 10 * minute, mark: async () => this.entry.hash },
      fail: (error) => status.fail((error as Error).message),
      publish: async () => {
        this.builds += 1;
        this.begun = new Date().toISOString();
        await step(second / 2);
        status.begin();
        const { hash } = this.entry;
        const built = new Date().toISOString();
        const reasons = ['It is broken.'];
        status.setLeftOut(this.isBroken ? [{ type: 'story', id: 'nora', title: 'Nora', hash, reasons }] : []);
        const entries = this.isBroken ? {} : { [key]: hash };
        await step(buildMs - second / 2);
        if (this.isFailing) throw new Error('The disk is full.');
        const before = this.site?.entries;
        this.site = { version: 1, built, code: 'x', content: built, entries };
        status.succeed(entries, before);
      },
    });
    const kill = () => {
      isKilled = true;
      clearInterval(beats);
      void stop();
      this.publisher = undefined;
    };
    this.publisher = { request, kill };
    begin();
  }

  kill(): void {
    this.publisher?.kill();
  }

  save(): void {
    this.entry = { at: new Date().toISOString(), hash: `${this.entry.hash}+` };
  }

  request(): void {
    this.publisher?.request();
  }

  /** What an editor is shown, from the files that a tool reads: the state, and the first reason. */
  shown(): string {
    const status = this.file === undefined ? undefined : parsePublishStatus(this.file);
    const observed = {
      build: this.site,
      publish: status && withoutDeadWork(status, this.publisher ? Date.now() : Infinity),
    };
    const state = entryStatus({ ...this.entry, key, isPublishable: true, problems: [] }, observed);
    if (state.is === 'building') expect(state.since).toBe(this.begun);
    return state.is === 'not-live' ? `not-live: ${state.reasons[0]}` : state.is;
  }
}

let world: World;
beforeEach(async () => {
  vi.useFakeTimers({ now: Date.parse('2026-11-25T08:00:00Z') });
  world = new World();
  world.start();
  await vi.advanceTimersByTimeAsync(minute);
  expect([world.shown(), world.builds]).toEqual(['live', 1]);
});
afterEach(() => {
  world.kill();
  vi.useRealTimers();
});

type Step = readonly [what: string, change: () => void, waitMs: number, shown: string];

const save: Step = ['is saved', () => world.save(), 1, 'saved'];
const report: Step = ['is reported', () => world.request(), 1, 'queued'];
const wait = (ms: number, shown: string): Step => [`waits ${ms} ms`, () => undefined, ms, shown];

it.each<{ readonly what: string; readonly steps: readonly Step[]; readonly builds: number }>([
  {
    what: 'an edit that a webhook reports',
    steps: [save, report, wait(5 * second, 'building'), wait(buildMs, 'live'), wait(20 * minute, 'live')],
    builds: 2,
  },
  {
    what: 'an edit that no webhook reports',
    steps: [save, wait(8 * minute, 'saved'), wait(70 * second, 'building'), wait(buildMs, 'live')],
    builds: 2,
  },
  {
    what: 'a burst of edits, which one build reads',
    steps: [save, report, ['is saved', () => world.save(), 1, 'queued'], report, wait(minute, 'live')],
    builds: 2,
  },
  {
    what: 'an edit while a build runs, which the next one reads',
    steps: [
      ...[save, report, wait(10 * second, 'building')],
      ...[save, report, wait(30 * second, 'queued'), wait(10 * second, 'building'), wait(buildMs, 'live')],
    ],
    builds: 3,
  },
  {
    what: 'an entry that is left out, until it is corrected',
    steps: [
      ['breaks', () => (world.isBroken = true), 1, 'live'],
      ...[save, report, wait(10 * second, 'not-live: It is broken.')],
      wait(minute, 'not-live: It is broken.'),
      ['is corrected', () => (world.isBroken = false), 1, 'not-live: It is broken.'],
      ...[save, report, wait(minute, 'live')],
    ],
    builds: 3,
  },
  {
    what: 'a build that fails, and is tried again after a minute',
    steps: [
      ['the disk fills', () => (world.isFailing = true), 1, 'live'],
      ...[save, report, wait(50 * second, 'not-live: The disk is full.')],
      ['it has room again', () => (world.isFailing = false), 30 * second, 'not-live: The disk is full.'],
      ...[wait(30 * second, 'building'), wait(buildMs, 'live')],
    ],
    builds: 3,
  },
  {
    what: 'a publisher that is killed in a build, and started again',
    steps: [
      ...[save, report, wait(10 * second, 'building')],
      ['it is killed', () => world.kill(), second, 'stopped'],
      ['it is started', () => world.start(), second, 'building'],
      wait(buildMs, 'live'),
    ],
    builds: 3,
  },
])('shows the states of $what', async ({ steps, builds }) => {
  for (const [what, change, waitMs, shown] of steps) {
    change();
    await vi.advanceTimersByTimeAsync(waitMs);
    expect(world.shown(), what).toBe(shown);
  }
  expect(world.builds).toBe(builds);
  expect(world.site?.entries).toEqual({ [key]: world.entry.hash });
});
