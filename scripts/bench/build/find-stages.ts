/** Finds the duration of each stage of a build from its printed lines. */
import { findPeakMemory, type Measurement } from './measure-command';

/** The stages, each with the start of its first line (`src/publish/build/build.ts`, `src/site/prepare/prepare.ts`). */
const stageBeginnings = [
  ['read', 'Reading '],
  ['render', 'Rendering pages'],
  ['verify', 'Verifying'],
  ['live', 'The new site is live'],
  ['end', 'On the site:'],
] as const;

interface StageTime {
  /** `start` is the time before the first line, when the programs are loaded. */
  readonly name: 'start' | 'read' | 'render' | 'verify' | 'live' | 'end';
  /** ms */
  readonly duration: number;
  /** The peak memory during it, bytes; undefined if it was too short for a sample. */
  readonly peak: number | undefined;
}

/** Finds the stages in order. A line that doesn't begin a later stage belongs to the current one. */
export function findStages({ lines, samples, duration }: Measurement): StageTime[] {
  const begun: { name: StageTime['name']; at: number }[] = [{ name: 'start', at: 0 }];
  let next = 0;
  for (const { at, text } of lines) {
    const found = stageBeginnings.findIndex(([, words], index) => index >= next && text.startsWith(words));
    const beginning = stageBeginnings[found];
    if (!beginning) continue;
    begun.push({ name: beginning[0], at });
    next = found + 1;
  }
  return begun.map(({ name, at }, index) => {
    const end = begun[index + 1]?.at ?? duration;
    return { name, duration: end - at, peak: findPeakMemory(samples, at, end) };
  });
}

/** True for the line with which the report on the content begins. */
export function isReportStart(text: string): boolean {
  return text.startsWith('On the site:');
}
