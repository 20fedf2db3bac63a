/**
 * Calls a monitoring service when a publish starts, succeeds or fails, as healthchecks.io and compatible services expect
 * it: https://healthchecks.io/docs/http_api/
 */
import type { Config } from '@/config/config';
import { createRedactor } from '@/config/secrets';
import type { SecretValue } from '@/config/secret-value';
import { isInterrupted, onInterrupt } from '@/terminal/interrupt';
import type { BuildResult } from './build/build';
import { describeFailure } from './failure';
import { summarize } from './report';
import { LockedError } from './targets/lock';

interface MonitorOptions {
  readonly config: Pick<Config, 'monitorUrl' | 'site' | 'secrets'>;
  readonly print: (line: string) => void;
  /** The longest wait (ms) for an answer. */
  readonly timeoutMs?: number;
}

/** The first and the last are added to the address: `/start`. */
type MonitorEvent = 'start' | 'success' | 'fail';

/** The longest text (characters) that is sent. Services keep 10 kB or more. */
const maxLength = 8000;

const buildAddress = (address: SecretValue, event: MonitorEvent) =>
  event === 'success' ? address.reveal() : `${address.reveal().replace(/\/+$/, '')}/${event}`;

/** Posts a text. Resolves to what went wrong, without the address; undefined if nothing did. */
async function callMonitor(url: string, text: string, timeoutMs: number): Promise<string | undefined> {
  try {
    const response = await fetch(url, {
      method: 'POST',
      headers: { 'Content-Type': 'text/plain; charset=utf-8' },
      body: text,
      // A redirect would send the text to an address that isn’t configured.
      redirect: 'manual',
      signal: AbortSignal.timeout(timeoutMs),
    });
    await response.body?.cancel();
    return response.ok ? undefined : `it answered ${response.status}`;
  } catch (error) {
    const { name, message, cause } = error as Error;
    if (name === 'TimeoutError') return `no answer within ${timeoutMs / 1000} s`;
    // fetch hides the system's error in the cause.
    const system = cause as NodeJS.ErrnoException | undefined;
    return system?.code ?? system?.message ?? message;
  }
}

function describeSuccess(site: string, { prepared, pages, isUnchanged, duration }: BuildResult): string {
  const outcome = isUnchanged ? 'is up to date' : 'was published';
  const seconds = (duration / 1000).toFixed(1);
  return [`${site} ${outcome}: ${pages} pages, after ${seconds} s.`, ...summarize(prepared)].join('\n');
}

/**
 * Runs `publish`, tells the monitor how it goes, and passes on its result or its error. `publish` calls `begin` once it
 * has the lock of what it publishes to. One that finds another publish running tells nothing. An interrupted one is told
 * as failed, since the monitor would otherwise wait for its end. A monitor that can't be called is only a warning.
 */
export async function withMonitor<Result extends BuildResult>(
  { config, print, timeoutMs = 5000 }: MonitorOptions,
  publish: (begin: () => void) => Promise<Result>,
): Promise<Result> {
  const { monitorUrl, site, secrets } = config;
  if (!monitorUrl) return publish(() => undefined);
  const redact = createRedactor(secrets);
  let calls: Promise<void> = Promise.resolve();
  /** Calls one after another, so that the end never arrives before the start. It never rejects. */
  const tell = (event: MonitorEvent, text: string): Promise<void> => {
    const body = redact(text).slice(0, maxLength);
    calls = calls.then(async () => {
      const problem = await callMonitor(buildAddress(monitorUrl, event), body, timeoutMs);
      if (problem === undefined) return;
      print(redact(`WARNING: The monitor (MONITOR_URL) couldn’t be told of “${event}”: ${problem}.`));
    });
    return calls;
  };
  let isRunning = false;
  const forget = onInterrupt(() => {
    if (!isRunning) return calls;
    isRunning = false;
    return tell('fail', `Publishing ${site.url} was interrupted.`);
  });
  try {
    const result = await publish(() => {
      isRunning = true;
      // The publish doesn't wait for the answer.
      void tell('start', `Publishing ${site.url}.`);
    });
    isRunning = false;
    await tell('success', describeSuccess(site.url, result));
    return result;
  } catch (error) {
    isRunning &&= isInterrupted();
    const runsElsewhere = error instanceof LockedError;
    if (!isInterrupted() && !runsElsewhere) {
      // Without a stack.
      const reason = describeFailure(error).replaceAll(/\n\s+at .*/g, '');
      await tell('fail', `Publishing ${site.url} failed.\n${reason}`);
    }
    throw error;
  } finally {
    forget();
  }
}
