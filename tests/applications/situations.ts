/**
 * Situations in which an application, a message or a reply is sent: what the form service answers, times what happens around
 * it. Each is played on the real modules, with the form inbox, a database and Web Locks, and then judged.
 */
import { around as aroundForms, type Around } from './interruptions';
import { accepting, answers } from './situations-answers';
import { corrections } from './situations-corrections';
import { judge, type SituationVerdict } from './situations-judge';
import { later } from './situations-later';
import { replies } from './situations-replies';
import { openStage, type SituationStage } from './situations-stage';
import { SituationVisit, type Kind } from './situations-visit';
import type { KillRow } from './kill-report';

export interface Situation {
  /** `application, 500 with HTML, crash while it is sent` */
  readonly name: string;
  readonly answer: string;
  readonly kind: Kind;
  readonly around: Around;
}

/** What came of one. */
export interface Played {
  readonly situation: Situation;
  readonly verdict: SituationVerdict;
  /** Rules that were broken, in words. */
  readonly broken: readonly string[];
}

const allAround = [...aroundForms, ...later, ...corrections, ...replies];

export const situations: readonly Situation[] = Object.keys(answers).flatMap((answer) =>
  allAround.flatMap((one) =>
    one.kinds.map((kind) => ({ name: `${kind}, ${answer}, ${one.name}`, answer, kind, around: one })),
  ),
);

/** How many are played at a time: they mostly wait. */
const lanes = 24;

/** No situation takes so long (ms), unless something waits for ever. */
const patience = 60_000;

async function play(stage: SituationStage, situation: Situation, id: string): Promise<Played> {
  const { answer, kind, around } = situation;
  const line = answers[answer];
  const visit = new SituationVisit(stage, id, kind, line === 'hang' ? 400 : 10_000, around.closesIn);
  let timer: ReturnType<typeof setTimeout> | undefined;
  const tooLong = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error('it never ended')), patience);
  });
  const played = async () => {
    await around.play(visit, line);
    return judge(visit, accepting.has(line));
  };
  try {
    const verdict = await Promise.race([played(), tooLong]);
    return { situation, verdict, broken: visit.broken };
  } catch (error) {
    return { situation, verdict: 'told', broken: [...visit.broken, `it failed: ${String(error)}`] };
  } finally {
    clearTimeout(timer);
  }
}

/** Plays them, some at a time, in their order. */
export async function playSituations(
  chosen: readonly Situation[],
  print: (line: string) => void = () => {},
): Promise<readonly Played[]> {
  const stage = await openStage();
  const done: Played[] = [];
  let next = 0;
  try {
    await Promise.all(
      Array.from({ length: lanes }, async () => {
        for (let at = next++; at < chosen.length; at = next++) {
          const situation = chosen[at];
          if (!situation) return;
          done.push(await play(stage, situation, `n${at}`));
          if (done.length % 200 === 0) print(`  ${done.length} of ${chosen.length} situations`);
        }
      }),
    );
  } finally {
    await stage.close();
  }
  return done;
}

export const situationColumns = [
  'situations',
  'arrived once',
  'repeated under one number',
  'told that it wasn’t sent',
  'broken',
] as const;

function countsOf(played: readonly Played[]): number[] {
  const count = (is: (one: Played) => boolean) => played.filter(is).length;
  const isWhole = ({ broken }: Played) => broken.length === 0;
  return [
    played.length,
    ...(['once', 'repeated', 'told'] as const).map((verdict) =>
      count((one) => isWhole(one) && one.verdict === verdict),
    ),
    count((one) => !isWhole(one)),
  ];
}

/** By what the service answered, and by what was sent. */
export function situationTables(played: readonly Played[]): Readonly<Record<string, readonly KillRow[]>> {
  const by = (keyOf: (situation: Situation) => string): KillRow[] =>
    [...new Set(situations.map(keyOf))].flatMap((key) => {
      const own = played.filter(({ situation }) => keyOf(situation) === key);
      return own.length === 0 ? [] : [[key, ...countsOf(own)] as const];
    });
  return {
    'The form service answered': [...by(({ answer }) => answer), ['all', ...countsOf(played)]],
    'What was sent': by(({ kind }) => kind),
  };
}

/** What was broken, and how to play it alone. */
export const situationFindings = (played: readonly Played[]): readonly string[] =>
  played.flatMap(({ situation: { name }, broken }) =>
    broken.map(
      (rule) =>
        `${name}: ${rule}\n  npm run test:applications -- --only situations --situation ${JSON.stringify(name)}`,
    ),
  );
