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
  const visitor = await Visitor.meet(browser, rows, situation.prepare);
  callers.add(visitor);
  try {
    await situation.play(visitor);
    const { story, faults } = await visitor.end();
    return [...faults, ...judge(story)];
  } catch (error) {
    return [`it failed: ${String(error)}`];
  } finally {
    callers.delete(visitor);
    await visitor.context.close();
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
  const browser = await chromium.launch({ executablePath: ensureFullBrowser(print), args });
  const alone = 'npm run test:applications -- --only situations --situation';
  const lane = async () => {
    for (const situation of queue)
      for (const rule of await play(browser, rows, situation))
        found.push(`${situation.name}: ${rule}\n  ${alone} ${JSON.stringify(situation.name)}`);
  };
  try {
    await Promise.all(Array.from({ length: lanes }, lane));
  } finally {
    await browser.close();
  }
  return found;
}
