/**
 * Kills a real browser at a random moment between the first letter of an application and some seconds after Send, starts it
 * again with the same profile, and looks at what arrives. Only what a person sees is looked at, and the inbox.
 */
import { appendFileSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { createRandom } from '@scripts/bench/content/random';
import { chooseMoment, killForms, services, visitedPages, type Kill } from './kill';
import { findArrivalFaults, findDraftFaults, listNumbers } from './kill-report';
import { applyUntilKilled, chooseAnswers, readForm, visit } from './kill-visits';
import { startKillable } from './killable-browser';
import type { PageAnswers } from './page-says';
import type { ServiceLane, TestService } from './service';

/** What has to arrive is waited for so long (ms). */
const patience = 25_000;

export interface KillsOptions {
  readonly kills: number;
  readonly seed: number;
  readonly service: TestService;
  /** Where each kill is noted, a line of JSON each. */
  readonly notes: string;
  readonly print: (line: string) => void;
}

async function killOnce(
  index: number,
  lane: ServiceLane,
  { seed, service: { arrived } }: KillsOptions,
): Promise<Kill & { readonly typed: PageAnswers }> {
  const random = createRandom(seed, index);
  const service = random.pick(services);
  const moment = chooseMoment(random);
  const own = random.pick(killForms);
  const email = `kill-${seed}-${index}-${Date.now()}@example.org`;
  const typed = chooseAnswers(random, email);
  const pauses = [random.int(0, 900), random.int(450, 900)] as const;
  const address = lane.siteUrl + own.path;
  const [visited, placeOf] = visitedPages[index % visitedPages.length] ?? visitedPages[0];
  const page = lane.siteUrl + placeOf(own.path);
  const isLater = random.chance(0.6);
  const wasKilledTwice = random.chance(0.2);
  const profile = mkdtempSync(path.join(tmpdir(), 'kill-'));
  try {
    const { said, draft, wasPressed } = await applyUntilKilled(profile, lane, address, {
      service,
      moment,
      typed,
      pauses,
    });
    const before = await arrived(email);
    lane.service = 'up';
    const start = async () => {
      const browser = await startKillable(profile);
      // Most people come back later than the first automatic attempt is due.
      if (isLater) await browser.context.clock.install({ time: Date.now() + 3_600_000 });
      return browser;
    };
    if (wasKilledTwice) {
      const browser = await start();
      const time = wait(random.int(0, 2500));
      await Promise.race([browser.page.goto(page).catch(() => {}), time]);
      await time;
      await browser.kill();
    }
    const isArrived = async () => (await arrived(email)).length > 0;
    const browser = await start();
    let look: Awaited<ReturnType<typeof readForm>>;
    try {
      await visit(browser, page, isArrived, wasPressed ? patience : 0);
      look = await readForm(browser.page, address);
    } finally {
      await browser.kill();
    }
    const rows = await arrived(email);
    const { formSays, answers } = look;
    const isIn = rows.length > 0;
    const isOffered = formSays === 'draft' || formSays === 'waits';
    const broken = [
      ...findArrivalFaults(rows, typed),
      ...(said.what === 'sent' && before.length === 0 ? ['shown as sent before it had arrived'] : []),
      ...((said.what === 'waiting' || said.what === 'sent') && !isIn
        ? [`said to be ${said.what}, and lost`]
        : []),
      ...(wasPressed && !isIn && !isOffered
        ? ['Send was pressed, and it neither arrived nor is offered again']
        : []),
      ...(!wasPressed && isIn ? ['sent without a press'] : []),
      ...(formSays === 'applied' && !isIn ? ['shown as sent, and it did not arrive'] : []),
      ...(draft && !isIn && !isOffered ? ['a draft was said to be saved, and is not offered'] : []),
      ...(draft && formSays === 'draft' && !isIn ? findDraftFaults(draft, answers) : []),
    ];
    return {
      ...{
        index,
        service,
        moment,
        visited,
        wasKilledTwice,
        wasPressed,
        said: said.what,
        formSays,
        broken,
        typed,
      },
      arrivedBeforeKill: before.length,
      arrived: rows.length,
      numbers: listNumbers(rows),
    };
  } finally {
    rmSync(profile, { recursive: true, force: true, maxRetries: 5 });
  }
}

/** Kills so often, in as many browsers at a time as the service has lanes. */
export async function killBrowsers(options: KillsOptions): Promise<readonly Kill[]> {
  const { kills, service, notes, print } = options;
  mkdirSync(path.dirname(notes), { recursive: true });
  rmSync(notes, { force: true });
  const done: (Kill & { readonly typed: PageAnswers })[] = [];
  let next = 0;
  await Promise.all(
    service.lanes.map(async (lane) => {
      while (next < kills) {
        const kill = await killOnce(next++, lane, options);
        appendFileSync(notes, `${JSON.stringify(kill)}\n`);
        done.push(kill);
        if (done.length % 10 === 0) print(`  ${done.length} of ${kills} kills`);
      }
    }),
  );
  // Once more at the end: something could have arrived late.
  return Promise.all(
    done.map(async (kill) => {
      const late = findArrivalFaults(await service.arrived(kill.typed['email'] ?? ''), kill.typed);
      return { ...kill, broken: [...new Set([...kill.broken, ...late])] };
    }),
  );
}
