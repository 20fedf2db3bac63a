/** The steps of a random session: actions in two tabs, and faults of the connection, the storage and the clock. */
import fc from 'fast-check';
import type { ServiceFault } from './sessions.fixture';

const lines = [
  undefined,
  'slow-15',
  'lost-request',
  'lost-answer',
  'forbidden-next',
  'no-next',
  'limit',
  'error-html',
  'ok-html',
  'hang',
  'blocked',
  'email-refused',
  'limit-pause',
  'busy',
] as const;

const tab = fc.nat(1);
/** Any step, the frequent ones more often. */
export const sessionStep = fc.oneof(
  {
    weight: 5,
    arbitrary: fc.record({
      do: fc.constant('type' as const),
      tab,
      text: fc.constantFrom('a', 'mot ', 'ñ', '🌍', ' مرحبا', '<b>', '\u200b'),
    }),
  },
  { weight: 6, arbitrary: fc.record({ do: fc.constant('send' as const), tab }) },
  {
    weight: 6,
    arbitrary: fc.record({
      do: fc.constantFrom(
        'send twice' as const,
        'reload' as const,
        'crash' as const,
        'retry' as const,
        'withdraw' as const,
        'discard' as const,
        'open' as const,
        'correct' as const,
        'withdraw sent' as const,
      ),
      tab,
    }),
  },
  { weight: 3, arbitrary: fc.record({ do: fc.constant('line' as const), line: fc.constantFrom(...lines) }) },
  { weight: 2, arbitrary: fc.record({ do: fc.constant('online' as const), online: fc.boolean() }) },
  {
    weight: 1,
    arbitrary: fc.record({ do: fc.constant('shared' as const), shared: fc.boolean() }),
  },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('closing' as const) }) },
  {
    weight: 1,
    arbitrary: fc.record({
      do: fc.constant('storage' as const),
      fault: fc.constantFrom<ServiceFault>('none', 'none', 'full', 'forbidden'),
    }),
  },
  {
    weight: 1,
    arbitrary: fc.record({
      do: fc.constant('clock' as const),
      days: fc.constantFrom(-40, -1, 0.01, 1, 29, 40),
    }),
  },
  {
    weight: 4,
    arbitrary: fc.record({ do: fc.constant('wait' as const), ms: fc.constantFrom(0, 1, 10, 50) }),
  },
);

export type SessionStep = typeof sessionStep extends fc.Arbitrary<infer Step> ? Step : never;
