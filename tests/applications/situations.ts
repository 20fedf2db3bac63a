/** Plays situations in a browser that grants Background Sync, as visitors' browsers do, some at a time, and judges them. */
import { chromium, type Browser } from '@playwright/test';
import { openInboxRows } from '@/applications/outbox/inbox-rows.fixture';
import { ensureFullBrowser } from '../../scripts/install/browser';
import { inboxFile } from '../../scripts/test/ports';
import { judge } from './judge';
import { callers } from './service';
import type { Situation } from './table';
import { Visitor, type Rows } from './visitor';

/** How many are played at a time: they mostly wait. */
const lanes = 6;

const args = '--headless=new --no-sandbox --disable-gpu --disable-quic --disable-background-networking'.split(
  ' ',
);

/** Plays one. Resolves to the rules that were broken, in words. */
async function play(browser: Browser, rows: Rows, situation: Situation): Promise<readonly string[]> {
  let visitor: Visitor | undefined;
  try {
    visitor = await Visitor.meet(browser, rows, situation.prepare);
    callers.add(visitor);
    await situation.play(visitor);
    const { story, faults } = await visitor.end();
    return [...faults, ...judge(story)];
  } catch (error) {
    return [`it failed: ${String(error)}`];
  } finally {
    if (visitor) callers.delete(visitor);
    await visitor?.context.close().catch(() => {});
  }
}

/** Plays situations in their order. Resolves to what was broken, and how to play it alone. */
export async function playSituations(
  chosen: readonly Situation[],
  print: (line: string) => void,
): Promise<readonly string[]> {
  const found: string[] = [];
  const queue = chosen.values();
  const rows = openInboxRows(inboxFile);
  const executablePath = ensureFullBrowser(print);
  let browser = chromium.launch({ executablePath, args });
  /** A browser may end by itself. */
  const alive = async () => {
    if (!(await browser).isConnected()) browser = chromium.launch({ executablePath, args });
    return browser;
  };
  const alone = 'npm run test:full -- applications --situation';
  let played = 0;
  const lane = async () => {
    for (const situation of queue) {
      const used = await alive();
      const first = await play(used, rows, situation);
      const broken = used.isConnected() ? first : await play(await alive(), rows, situation);
      for (const rule of broken)
        found.push(`${situation.name}: ${rule}\n  ${alone} ${JSON.stringify(situation.name)}`);
      played += 1;
      if (broken.length > 0 || played % 20 === 0) print(`  ${played} played, ${found.length} rules broken`);
    }
  };
  try {
    await Promise.all(Array.from({ length: lanes }, lane));
  } finally {
    await (await browser).close();
  }
  return found;
}
