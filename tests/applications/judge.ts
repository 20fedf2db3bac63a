/** Compares what was told in a situation, at each moment and at its end, with what arrived. Pure. */

/** Something that a page tells of a submission: a key of `told.`, and the number that it names. */
export interface Saying {
  readonly key: string;
  readonly number?: string | undefined;
}

interface Sent {
  readonly number: string;
  readonly isWithdrawn: boolean;
}

/** What a page shows of submissions. */
export interface Sight {
  readonly place: 'home' | 'list' | 'privacy' | 'form' | 'thanks' | 'elsewhere';
  /** The alert, the notes and the line beside Send. */
  readonly form: readonly Saying[];
  /** What stands in the form. */
  readonly text: string;
  /** The news of what other pages or the service worker have sent. */
  readonly news: readonly Saying[];
  /** Each item of the list of what hasn't arrived, and of what was sent. */
  readonly pending: readonly (readonly Saying[])[];
  readonly rows: readonly Sent[];
  /** How many the menu counts: `(1)`. */
  readonly count: string;
  /** What the privacy page says that the device has. */
  readonly hasSent: boolean;
  readonly hasUnsent: boolean;
  /** The opportunity leads to what was sent instead of its form. */
  readonly hasLink: boolean;
  readonly isThanks: boolean;
  readonly isAlertFocused: boolean;
}

export interface Arrival {
  readonly number: string;
  readonly text: string;
  readonly isWithdrawal: boolean;
}

/** What the device has at the end. */
export interface Device {
  /** The newest first. */
  readonly sent: readonly Sent[];
  /** `keys`: what may be told of it, since it may be under way. */
  readonly unsent: readonly (Arrival & { readonly isWaiting: boolean; readonly keys: readonly string[] })[];
  /** Numbers of deleted ones that may have arrived. */
  readonly deleted: readonly string[];
}

/** What the person does; from `forget` on nothing may be stored. */
export type Deed = 'press' | 'now' | 'withdraw' | 'online' | 'open' | 'delete' | 'forget' | 'end';

/** `text` stands in the form where Send is pressed; the form service is asked, by its client or as that does it; a press has ended. */
export type Happening =
  | { readonly what: 'deed'; readonly deed: Deed; readonly text?: string | undefined }
  | { readonly what: 'asked'; readonly hasHeaders: boolean }
  | { readonly what: 'settled'; readonly page: number; readonly told: string }
  | {
      readonly what: 'sight';
      readonly page: number;
      readonly sight: Sight;
      /** What had arrived then. */
      readonly arrived: readonly Arrival[];
    };

/** At so many ms. */
export type Moment = Happening & { readonly at: number };

export interface Story {
  readonly moments: readonly Moment[];
  readonly arrivals: readonly Arrival[];
  readonly device: Device;
  /** Pages that are open at the end. */
  readonly open: readonly number[];
}

type Of<What extends Moment['what']> = Extract<Moment, { what: What }>;

/** Whoever reads this takes it for certain that it hasn't arrived; and all that is told of what hasn't. */
const certain = ['limit', 'inactive', 'long', 'files', 'other', 'closed'];
const open = ['waiting', 'sending', 'unconfirmed', 'network', 'timeout', 'server', 'answer'];

/** So long (ms) a page may take to follow what happens elsewhere. */
const reactionMs = 4000;

/** The first automatic attempt comes so long (ms) after another one. */
const automaticMs = 14_000;

const is =
  <What extends Moment['what']>(what: What) =>
  (moment: Moment): moment is Of<What> =>
    moment.what === what;

const broken = (rules: Readonly<Record<string, boolean>>): readonly string[] =>
  Object.keys(rules).filter((rule) => rules[rule]);

export const sayings = ({ form, news, pending }: Sight): readonly Saying[] => [
  ...form,
  ...news,
  ...pending.flat(),
];

export const has = (said: readonly Saying[], ...keys: readonly string[]) =>
  said.some(({ key }) => keys.includes(key));

/** What a page showed last. */
export const lastSight = (moments: readonly Moment[], page: number): Sight | undefined =>
  moments.filter(is('sight')).findLast((one) => one.page === page)?.sight;

/** True where a page tells that of what was just sent. */
export const isTold = (sight: Sight | undefined, key: string): boolean =>
  sight !== undefined && (has(sight.form, key) || (key === 'sent' && sight.isThanks));

/** What a place says at the end that the device doesn't. */
export function placeFaults(sight: Sight, { sent, unsent, deleted }: Device): readonly string[] {
  const { place, form, rows } = sight;
  const [latest] = sent;
  const isUnderWay = latest?.isWithdrawn === false;
  const shown = sight.pending.filter((item) => !has(item, 'draft'));
  const byNumber = (all: readonly Sent[]) =>
    JSON.stringify(all.map((one) => one.number + one.isWithdrawn).sort());
  const places: Partial<Record<Sight['place'], Readonly<Record<string, boolean>>>> = {
    home: { 'the menu counts wrongly': sight.count !== (isUnderWay ? '(1)' : '') },
    list: {
      'the list is wrong about what was sent': byNumber(rows) !== byNumber(sent),
      'the list has another number of what waits': shown.length !== unsent.length,
      'the list is wrong about what waits': unsent.some(
        ({ keys }) => !shown.some((item) => has(item, ...keys)),
      ),
    },
    privacy: {
      'the privacy page is wrong about what was sent': sight.hasSent !== sent.length > 0,
      'the privacy page is wrong about what waits': sight.hasUnsent !== unsent.length + deleted.length > 0,
    },
    form: {
      'the form doesn’t tell what was sent':
        latest !== undefined && !form.some((one) => one.number === latest.number),
      'the form is wrong about what waits': unsent.some(
        (one) => !one.isWithdrawal && !has(form, ...one.keys),
      ),
      'the form tells of something that waits': unsent.length === 0 && has(form, ...certain, ...open),
      'the opportunity is wrong about what was sent': sight.hasLink !== isUnderWay,
    },
  };
  return broken(places[place] ?? {});
}

/** What a page told for so long (ms) that wasn't true then. */
function sightFaults({ sight, arrived }: Of<'sight'>, lasted: number, mayStore: boolean): readonly string[] {
  const said = sayings(sight);
  const told = [...said.filter(({ key }) => key === 'sent'), ...sight.rows];
  const isStale = lasted > reactionMs && arrived.length > 0;
  const isSure = has(said, ...certain) && !has(said, 'sent', 'doubtful') && sight.rows.length === 0;
  return broken({
    'told to be sent, and hasn’t arrived': told.some(({ number }) =>
      arrived.every((one) => one.number !== number),
    ),
    'thanks for nothing': sight.isThanks && arrived.length === 0,
    'what arrived is told not to be sent': isStale && isSure,
    'what arrived is called another text':
      isStale && has(said, 'changed') && sight.text === arrived.at(-1)?.text,
    'told to be saved, and isn’t': !mayStore && has(said, 'automatic') && lasted > reactionMs,
  });
}

/** What the form tells once a press has ended, with the focus, unless the thank-you page follows. */
function settledFaults(sight: Sight | undefined, told: string): readonly string[] {
  const said = JSON.stringify(sight && sayings(sight).map(({ key }) => key));
  return broken({
    [`“${told}” isn’t told after Send, but ${said}`]: !isTold(sight, told),
    'the alert hasn’t the focus': told !== 'sent' && sight?.isAlertFocused === false,
  });
}

/** What arrived, under which numbers, and how often it was sent. */
function arrivalFaults({ moments, arrivals, device }: Story): readonly string[] {
  const { sent, unsent, deleted } = device;
  const deeds = moments.filter(is('deed'));
  const asked = moments.filter(is('asked'));
  const did = (...wanted: readonly Deed[]) => deeds.some(({ deed }) => wanted.includes(deed));
  const numbers = [...new Set(arrivals.map(({ number }) => number))];
  const known = [...sent, ...unsent].map(({ number }) => number).concat(deleted);
  const pressed = deeds.findLast(({ deed }) => deed === 'press')?.text;
  const last = [...arrivals, ...unsent].findLast(({ isWithdrawal }) => !isWithdrawal)?.text;
  const isWarned = moments.some(
    (one) => is('sight')(one) && has(sayings(one.sight), 'unsaved', 'gone', 'shared'),
  );
  const isExcused = did('delete', 'withdraw') || (did('forget') && isWarned);
  const end = deeds.find(({ deed }) => deed === 'end')?.at ?? Infinity;
  const until = Math.min(end, (asked[0]?.at ?? 0) + automaticMs);
  const early = (all: readonly Moment[]) => all.filter(({ at }) => at <= until).length;
  const reasons = deeds.filter(({ deed }) => !/delete|forget|end/.test(deed));
  const steps = moments.filter((one) => is('asked')(one) || is('deed')(one));
  const isIdle = (one: Moment, next: Moment | undefined) =>
    is('deed')(one) && one.deed === 'now' && next !== undefined && is('deed')(next) && next.deed !== 'now';
  return broken({
    'one application has two numbers': numbers.length > 1 && !did('forget'),
    'the device knows nothing of what arrived': !did('forget') && numbers.some((one) => !known.includes(one)),
    'something is stored that must not be': did('forget') && known.length > 0,
    'the device calls sent what hasn’t arrived': sent.some(({ number }) => !numbers.includes(number)),
    'what waits is never sent, though all is well': unsent.some(({ isWaiting }) => isWaiting),
    'the text that was sent last is lost': !isExcused && pressed !== last,
    'a withdrawal isn’t the last': /true.*false/.test(arrivals.map((one) => one.isWithdrawal).join()),
    '“Send it now” did nothing': steps.some((one, index) => isIdle(one, steps[index + 1])),
    'it was sent more often than asked for': early(asked) > early(reasons),
    'a request isn’t like those of the client':
      !did('withdraw') && asked.some(({ hasHeaders }) => !hasHeaders),
  });
}

/** The rules that a situation has broken, in words. */
export function judge(story: Story): readonly string[] {
  const { moments, device } = story;
  const end = moments.at(-1)?.at ?? 0;
  const forgotAt = moments.find((one) => is('deed')(one) && one.deed === 'forget')?.at ?? Infinity;
  const told = moments.flatMap((one, index) => {
    if (is('settled')(one)) return settledFaults(lastSight(moments.slice(0, index), one.page), one.told);
    if (!is('sight')(one)) return [];
    const next = moments.slice(index + 1).find((later) => is('sight')(later) && later.page === one.page);
    return sightFaults(one, (next?.at ?? end) - one.at, one.at < forgotAt);
  });
  const stale = story.open.flatMap((page) => {
    const form = lastSight(moments, page)?.form ?? [];
    const isStale = forgotAt === Infinity && device.unsent.length === 0 && has(form, ...certain, ...open);
    return broken({ 'an open form tells of something that waits': isStale });
  });
  return [...new Set([...told, ...stale, ...arrivalFaults(story)])];
}
