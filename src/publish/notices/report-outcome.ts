/** Reports how a publish ended to the people who run the site, if notices are configured. */
import type { Config } from '@/config/config';
import { createRedactor } from '@/config/secrets';
import { isInterrupted } from '@/terminal/interrupt';
import { describeFailure } from '../failure';
import { LockedError } from '../targets/lock';
import { startWatching, updateNotices, type OutcomeEvent } from './incident';
import { noticeStateFile, readNoticeState, saveNoticeState } from './notice-state';
import { findChannels, sendNotices } from './send-notices';

export interface OutcomeOptions {
  readonly config: Config;
  /** The folder that is published to. Each has its own incidents. */
  readonly to: string;
  readonly print: (line: string) => void;
}

/** The longest reason (characters) in a notice. */
const maxReason = 2000;

/** Describes a failure for people who don't see the terminal: without a stack and without secrets. */
function describeReason(error: unknown, { secrets }: Pick<Config, 'secrets'>): string {
  const lines = describeFailure(error)
    .split('\n')
    .filter((line) => !/^\s+at /.test(line));
  const text = createRedactor(secrets)(lines.join('\n'));
  return text.length <= maxReason ? text : `${text.slice(0, maxReason)}…`;
}

/** One after another, since each reads and writes the state. */
let pending: Promise<void> = Promise.resolve();

async function handleEvent(event: OutcomeEvent, { config, to, print }: OutcomeOptions): Promise<void> {
  const { notices } = config;
  const file = noticeStateFile(to);
  const save = (state: Parameters<typeof saveNoticeState>[1]) => saveNoticeState(file, state);
  const before = (await readNoticeState(file)) ?? startWatching(event.at);
  const state = updateNotices(before, event, {
    channels: findChannels(notices),
    stalledAfterMs: notices.stalledAfterMs,
  });
  await save(state);
  await sendNotices(state, { config, print, save });
}

/** Handles an event, and sends what follows from it. It never rejects: no notice may make a publish fail. */
export function reportEvent(event: OutcomeEvent, options: OutcomeOptions): Promise<void> {
  if (findChannels(options.config.notices).length === 0) return Promise.resolve();
  const redact = createRedactor(options.config.secrets);
  pending = pending
    .then(() => handleEvent(event, options))
    .catch((error: unknown) => options.print(redact(`No notice could be sent: ${describeFailure(error)}`)));
  return pending;
}

const readClock = () => new Date().toISOString();

const findEvent = (error: unknown, { config }: OutcomeOptions): OutcomeEvent =>
  // Another publish is running: it will report its own outcome. But it may run for too long.
  error instanceof LockedError && error.isBusy
    ? { kind: 'checked', at: readClock() }
    : { kind: 'failed', at: readClock(), reason: describeReason(error, config) };

/**
 * Waits for a publish, reports its outcome, and passes on its result or its error. A publish that a person interrupts is
 * no failure.
 */
export async function reportOutcome<T>(publish: Promise<T>, options: OutcomeOptions): Promise<T> {
  try {
    const result = await publish;
    await reportEvent({ kind: 'published', at: readClock() }, options);
    return result;
  } catch (error) {
    if (!isInterrupted()) await reportEvent(findEvent(error, options), options);
    throw error;
  }
}

/** The interval (ms) at which it is checked whether publishing has stalled. */
const checkEveryMs = 10 * 60_000;

/**
 * Checks at times whether publishing has stalled, and sends notices that wait. Returns the function that ends it, whose
 * promise waits for a notice that is being sent.
 */
export function watchPublishing(options: OutcomeOptions, everyMs = checkEveryMs): () => Promise<void> {
  const check = () => void reportEvent({ kind: 'checked', at: readClock() }, options);
  const timer = setInterval(check, everyMs);
  timer.unref();
  return () => {
    clearInterval(timer);
    return pending;
  };
}
