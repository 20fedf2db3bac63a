/** How a situation ends: the visitor comes back, all is well again, and then every rule is looked at. */
import { readOutboxEntry } from '@/device/storage/application/outbox-entry';
import { readDraft } from '@/device/storage/application/draft';
import { markNewsSeen, readOutbox } from '@/applications/outbox/submit/queue';
import type { Arrival, Press, SituationVisit } from './visit';

/** The visitor comes back on another day, with everything in order, and tries by hand what is left. */
async function comeBack(visit: SituationVisit): Promise<void> {
  const { device } = visit;
  Object.assign(device, { line: undefined, online: true, saysOnline: undefined, fault: 'none' });
  Object.assign(device, { locking: 'granted', timeoutMs: 10_000, clock: visit.comesBackAfter });
  if (visit.kind === 'reply') {
    await comeBackToPage(visit);
    return;
  }
  for (const tab of [...device.tabs]) {
    await tab.flush(true);
    await visit.look(tab);
    for (const { entry } of await tab.submitting.pending()) await tab.submitting.retry(entry);
    await visit.look(tab);
    device.close(tab);
  }
  device.close(await visit.visitPage(true));
  const tab = await visit.open();
  await visit.look(tab);
  for (const { entry } of await tab.submitting.pending()) await tab.submitting.retry(entry);
  await visit.look(tab);
  // What was written stands in the form again, where no number says that it was sent.
  const text = tab.answers['motivation'];
  if (text !== undefined) visit.told.add(text);
  device.close(tab);
}

/** A page without a form tells what was refused, and has no way to try it again. */
async function comeBackToPage(visit: SituationVisit): Promise<void> {
  for (const tab of [...visit.device.tabs]) visit.device.close(tab);
  const tab = await visit.visitPage(true);
  const { entries } = await readOutbox(tab.dependencies);
  for (const entry of entries.filter(({ isNews }) => isNews)) await markNewsSeen(tab.dependencies, entry.id);
  visit.device.close(tab);
}

/** A later press that took the place of this one. */
function replaced(visit: SituationVisit, press: Press): Press | undefined {
  const later = visit.presses.slice(visit.presses.indexOf(press) + 1);
  return later.find(({ number }) => number !== undefined && number === press.number);
}

/** What was sent has arrived, or its visitor knows that it hasn't. */
function checkPress(visit: SituationVisit, press: Press, arrivals: readonly Arrival[]): void {
  const { text, number } = press;
  if (arrivals.some((row) => row.number === number && row.text === text)) return;
  const next = replaced(visit, press);
  if (next) {
    checkPress(visit, next, arrivals);
    return;
  }
  const isTold = number === undefined ? press.result !== undefined : press.result === 'closed';
  if (!isTold && !visit.told.has(text) && !visit.deleted.has(text))
    visit.fault(`“${text}” is lost: it has not arrived, and nothing said so`);
}

/** Of an application there is one number; another one says what it follows, or comes after one that was deleted. */
function numberFaults(visit: SituationVisit, arrivals: readonly Arrival[]): void {
  const numbersOf = (rows: readonly Arrival[]) => new Set(rows.map(({ number }) => number)).size;
  const texts = new Set(arrivals.map(({ text }) => text));
  const isOne = visit.kind === 'application';
  for (const text of texts) {
    const same = arrivals.filter((row) => row.text === text);
    if (numbersOf(same) > 1 && isOne) visit.fault(`“${text}” arrived under ${numbersOf(same)} numbers`);
  }
  for (const { number, followsUp } of arrivals)
    if (number === followsUp && arrivals.filter((row) => row.number === number).length === 1)
      visit.fault('an application follows itself');
  const first = arrivals.filter((row) => row.followsUp === undefined && !visit.deleted.has(row.text));
  if (isOne && numbersOf(first) > 1) visit.fault('one application has two numbers');
  for (const press of visit.presses)
    for (const row of arrivals)
      if (row.text === press.text && isOne && press.number !== undefined && row.number !== press.number)
        visit.fault(`“${row.text}” arrived under another number than its press had`);
}

async function storageFaults(visit: SituationVisit): Promise<void> {
  const { records, isShared } = visit.device;
  const outbox = await records.all('outbox');
  const drafts = (await records.all('drafts')).flatMap((value) => readDraft(value) ?? []);
  for (const text of visit.deleted)
    if (JSON.stringify(outbox).includes(JSON.stringify(text)))
      visit.fault(`“${text}” was deleted, and is still stored`);
  if (isShared && outbox.length + drafts.length > 0) visit.fault('something is stored on a shared device');
  for (const { state } of outbox.flatMap((value) => readOutboxEntry(value) ?? []))
    if (state === 'waiting') visit.fault('what waits is never sent, though all is well');
}

/** Each press arrives once, where the service accepts all, and neither the storage nor the locks nor a page failed. */
function repetitionFaults(visit: SituationVisit, arrivals: readonly Arrival[]): void {
  for (const press of visit.presses) {
    const isSame = ({ number, text }: Arrival | Press) => number === press.number && text === press.text;
    const presses = visit.presses.filter(isSame);
    const isWhole = presses.every(({ result }) => result !== undefined && result !== 'waiting');
    if (isWhole && arrivals.filter(isSame).length > presses.length)
      visit.fault(`“${press.text}” was sent more often than needed`);
  }
}

/** Ends a situation and looks at every rule. `isAccepted`: the service accepted everything and said so. */
export async function judge(visit: SituationVisit, isAccepted: boolean): Promise<void> {
  const { isShared, fault, locking } = visit.device;
  await comeBack(visit);
  visit.device.isShared = isShared;
  const arrivals = visit.arrivals();
  if (isAccepted && fault === 'none' && locking === 'granted') repetitionFaults(visit, arrivals);
  numberFaults(visit, arrivals);
  await storageFaults(visit);
  const isNumbered = visit.presses.some(({ number }) => number !== undefined);
  for (const press of visit.presses)
    if (!isNumbered || press.number !== undefined) checkPress(visit, press, arrivals);
}
