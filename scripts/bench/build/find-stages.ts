/** How long each stage of a build took, from what it said on the way. */
import { findPeakMemory, type Measurement } from './measure-command';

/** A stage, and how a line begins that says that it begins (`src/publish/build/build.ts`, `src/site/prepare/prepare.ts`). */
const stageBeginnings = [
  ['read', 'Reading '],
  ['render', 'Rendering pages'],
  ['verify', 'Verifying'],
  ['end', 'On the site:'],
] as const;

export interface StageTime {
  /** `start` is what comes before the first word: loading the programs. */
  readonly name: 'start' | 'read' | 'render' | 'verify' | 'end';
  /** ms */
  readonly duration: number;
  /** The most memory during it, bytes; undefined where it was too short to be seen. */
  readonly peak: number | undefined;
}

/** The stages that a build named, in order. A line that begins no later stage belongs to the one that runs. */
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

/** The last line that belongs to progress: what follows is the report on the content. */
export function isReportStart(text: string): boolean {
  return text.startsWith('On the site:');
}
