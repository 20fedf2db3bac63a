/** Plays the situations of `browser-situations.ts` in a browser that grants Background Sync, several at a time. */
import { setTimeout as wait } from 'node:timers/promises';
import { UsageError } from '@/terminal/command-line';
import { browserSituations, type BrowserSituation } from './browser-situations';
import { BrowserVisitor, startBrowser } from './browser-visitor';
import type { PartResult } from './kill-report';
import type { TestService } from './service';

/** Longer than a situation takes on a slow machine (ms). */
const patienceMs = 90_000;

/** The longest wait (ms) for a visitor's pages to close. */
const closingMs = 10_000;

/** The first line of what broke; undefined where every rule holds. */
async function findFault(play: () => Promise<void>): Promise<string | undefined> {
  try {
    const ended = new AbortController();
    await Promise.race([
      play().finally(() => ended.abort()),
      wait(patienceMs, undefined, { signal: ended.signal, ref: false }).then(() => {
        throw new Error(`It didn’t end within ${patienceMs / 1000} s.`);
      }),
    ]);
    return undefined;
  } catch (error) {
    return error instanceof Error
      ? error.message.split('\n').slice(0, 6).join(' ').slice(0, 300)
      : String(error);
  }
}

export async function playInBrowser(
  service: TestService,
  only: string | undefined,
  print: (line: string) => void,
): Promise<PartResult> {
  const chosen = browserSituations.filter(({ name }) => only === undefined || name === only);
  if (chosen.length === 0) throw new UsageError(`There is no situation “${only}”.`);
  const browser = await startBrowser();
  const played: { readonly situation: BrowserSituation; readonly fault: string | undefined }[] = [];
  const queue = chosen.values();
  try {
    await Promise.all(
      service.lanes.map(async (lane) => {
        for (const situation of queue) {
          const visitor = await BrowserVisitor.open(browser, lane, service);
          const fault = await findFault(() => situation.play(visitor));
          // A browser may still be busy with what the situation left: it ends with the browser.
          await Promise.race([visitor.close(), wait(closingMs, undefined, { ref: false })]);
          played.push({ situation, fault });
          const { name, isKnownFault = false } = situation;
          const told = fault === undefined ? 'holds' : isKnownFault ? 'known fault' : 'BROKEN';
          print(`  ${told}: ${name}${fault === undefined ? '' : `\n    ${fault}`}`);
        }
      }),
    );
  } finally {
    await browser.close();
  }
  const faults = played.filter(({ fault }) => fault !== undefined);
  const known = faults.filter(({ situation }) => situation.isKnownFault);
  const counts = [played.length - faults.length, known.length, faults.length - known.length];
  return {
    columns: ['situations', 'hold', 'known faults', 'broken'],
    tables: { 'In a browser with Background Sync': [['all', played.length, ...counts]] },
    findings: faults
      .filter(({ situation }) => !situation.isKnownFault)
      .map(({ situation, fault }) => `${situation.name}: ${fault}`),
  };
}
