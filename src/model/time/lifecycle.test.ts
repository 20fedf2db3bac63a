import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { closingSoonDays, isClosingNamed, namedClosingDays, stageAt, acceptsApplications } from './lifecycle';
import { opportunityStatuses } from '../vocabularies/kinds';

const day = 86_400_000;
const now = Date.UTC(2026, 10, 25);

describe('the stage of an opportunity', () => {
  it('closes at the closing instant, not before', () => {
    expect(stageAt({ status: 'open', closesAt: now + 1 }, now)).toBe('closing');
    expect(stageAt({ status: 'open', closesAt: now }, now)).toBe('closed');
  });

  it('is closing soon within seven days', () => {
    expect(stageAt({ status: 'open', closesAt: now + closingSoonDays * day }, now)).toBe('closing');
    expect(stageAt({ status: 'open', closesAt: now + closingSoonDays * day + 1 }, now)).toBe('open');
  });

  it('has its closing day named in lists when fewer than thirty days remain', () => {
    expect(isClosingNamed(now + namedClosingDays * day, now)).toBe(false);
    expect(isClosingNamed(now + namedClosingDays * day - 1, now)).toBe(true);
    expect(isClosingNamed(undefined, now)).toBe(false);
  });

  it('stays open without a closing date', () => {
    expect(stageAt({ status: 'open' }, now)).toBe('open');
  });

  it('believes the editor before the clock', () => {
    expect(stageAt({ status: 'filled', closesAt: now - day }, now)).toBe('filled');
    expect(stageAt({ status: 'paused', closesAt: now + day }, now)).toBe('paused');
    expect(stageAt({ status: 'closed', closesAt: now + day }, now)).toBe('closed');
  });

  it('never opens again as time goes by', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...opportunityStatuses),
        fc.option(fc.integer({ min: now - 1000 * day, max: now + 1000 * day }), { nil: undefined }),
        fc.nat(1000 * day),
        (status, closesAt, later) => {
          const before = acceptsApplications(stageAt({ status, closesAt }, now));
          const after = acceptsApplications(stageAt({ status, closesAt }, now + later));
          expect(after && !before).toBe(false);
        },
      ),
    );
  });
});
