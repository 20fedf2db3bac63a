/** Decides which notices an outcome of publishing causes: one per incident, and one when it is over. Pure. */
import { z } from 'zod';

export const noticeChannels = ['webhook', 'email'] as const;

export type NoticeChannel = (typeof noticeChannels)[number];

const instant = z.iso.datetime();

const notice = z.object({
  /** `test`: an operator tries whether notices arrive. */
  kind: z.enum(['failed', 'stalled', 'over', 'test']),
  /** The beginning of the incident. */
  began: instant,
  /** The time of what the notice reports. */
  at: instant,
  /** The last publish before the incident; undefined if none is known. */
  published: instant.optional(),
  /** The reason and how to fix it, without secrets; undefined if publishing stalled. */
  reason: z.string().optional(),
});

/** A notice to send. */
export type Notice = z.infer<typeof notice>;

const queue = z.array(notice).default([]);

export const noticeState = z.object({
  version: z.literal(1),
  /** The first time that notices were configured: without a publish, a stall is counted from here. */
  watched: instant,
  /** The last publish. */
  published: instant.optional(),
  /** The notice that reported the present incident; undefined if publishing works. */
  incident: notice.optional(),
  /** Notices that aren't sent yet, the oldest first. */
  waiting: z.object({ webhook: queue, email: queue }),
});

/** The state that is stored between two outcomes. */
export type NoticeState = z.infer<typeof noticeState>;

/** The outcome of a publish, or a look at the clock (`checked`). */
export type OutcomeEvent =
  | { readonly kind: 'published' | 'checked'; readonly at: string }
  | { readonly kind: 'failed'; readonly at: string; readonly reason: string };

export interface IncidentRules {
  /** The channels that are configured. */
  readonly channels: readonly NoticeChannel[];
  /** Without a publish in this time (ms), publishing has stalled. */
  readonly stalledAfterMs: number;
}

/** The most notices that wait for a channel: after months without a connection, the latest matter. */
const maxWaiting = 4;

export const startWatching = (at: string): NoticeState => ({
  version: 1,
  watched: at,
  waiting: { webhook: [], email: [] },
});

/** Returns the notice that an event causes; undefined for none. */
function findNotice(state: NoticeState, event: OutcomeEvent, stalledAfterMs: number): Notice | undefined {
  const { incident, published, watched } = state;
  const { at } = event;
  if (event.kind === 'published') return incident && { ...incident, kind: 'over', at };
  if (incident) return undefined;
  const last = published === undefined ? {} : { published };
  if (event.kind === 'failed') return { kind: 'failed', began: at, at, reason: event.reason, ...last };
  const isStalled = Date.parse(at) - Date.parse(published ?? watched) > stalledAfterMs;
  return isStalled ? { kind: 'stalled', began: at, at, ...last } : undefined;
}

/** Adds a notice to a queue. The end of an incident replaces its beginning that wasn't sent: it tells both. */
function addNotice(waiting: readonly Notice[], added: Notice): Notice[] {
  const others = waiting.filter(({ began }) => added.kind !== 'over' || began !== added.began);
  return [...others, added].slice(-maxWaiting);
}

/** Returns the state after an event, with the notices to send. Queues of channels that aren't configured are emptied. */
export function updateNotices(
  state: NoticeState,
  event: OutcomeEvent,
  { channels, stalledAfterMs }: IncidentRules,
): NoticeState {
  const added = findNotice(state, event, stalledAfterMs);
  const updateQueue = (channel: NoticeChannel): Notice[] => {
    if (!channels.includes(channel)) return [];
    return added ? addNotice(state.waiting[channel], added) : state.waiting[channel];
  };
  const incident = added?.kind === 'over' ? undefined : (added ?? state.incident);
  const published = event.kind === 'published' ? event.at : state.published;
  return {
    version: 1,
    watched: state.watched,
    ...(published !== undefined && { published }),
    ...(incident && { incident }),
    waiting: { webhook: updateQueue('webhook'), email: updateQueue('email') },
  };
}
