import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { anyText } from '@/model/any-text.fixture';
import {
  emptyState,
  facetIds,
  isNarrowed,
  normalizeState,
  parseAddress,
  serializeAddress,
  withValues,
  type SearchState,
} from './search-address';

const open = (state: Partial<SearchState>): SearchState => ({ ...emptyState, ...state });

describe('parseAddress', () => {
  it('reads every part', () => {
    const state = parseAddress(
      '?q=village+water&task=web,translation&lang=fr:good,es&country=sn&region=011&hours=5&closes=30&sort=closing&page=3',
    );
    expect(state.q).toBe('village water');
    expect(state.chosen.task).toEqual(['translation', 'web']);
    expect(state.chosen.lang).toEqual(['es', 'fr:good']);
    expect(state.chosen.country).toEqual(['SN']);
    expect(state.chosen.status).toEqual(['open']);
    expect(state).toMatchObject({ closes: 30, sort: 'closing', page: 3 });
  });

  it('ignores what it does not know', () => {
    const state = parseAddress(
      '?task=juggling&lang=fr:superb,xx&country=SENEGAL&page=-1&closes=soon&sort=price&utm=x',
    );
    expect(state).toEqual(emptyState);
  });

  it.each([
    ['repeated parameters, as a plain form sends them', 'task=web&task=data', 'task', ['data', 'web']],
    ['no status as open', 'status=', 'status', ['open']],
    ['a status', 'status=closed', 'status', ['closed']],
  ] as const)('takes %s', (_, address, facet, values) => {
    expect(parseAddress(address).chosen[facet]).toEqual(values);
  });

  it('cuts long words and survives broken encodings', () => {
    expect(parseAddress(`q=${'é'.repeat(9000)}`).q).toBe('é'.repeat(200));
    expect(parseAddress('q=%E0%A4%A&task=%').q).not.toBe('');
  });
});

describe('serializeAddress', () => {
  it('leaves defaults out', () => {
    expect(serializeAddress(emptyState)).toBe('');
    expect(serializeAddress(open({ sort: 'new' }))).toBe('');
    expect(serializeAddress(open({ q: 'water', sort: 'new' }))).toBe('?q=water&sort=new');
  });

  it('sorts values and keeps a fixed order of parts', () => {
    expect(serializeAddress(parseAddress('page=2&lang=fr:good,es&task=web,data&q=a%26b  c'))).toBe(
      '?q=a%26b+c&task=data,web&lang=es,fr:good&page=2',
    );
  });
});

describe('isNarrowed', () => {
  it('looks past page and order', () => {
    expect(isNarrowed(open({ page: 4, sort: 'closing' }))).toBe(false);
    expect(isNarrowed(open({ closes: 7 }))).toBe(true);
  });
});

describe('any address', () => {
  const anyAddress = fc.oneof(
    anyText(80),
    fc
      .array(
        fc.tuple(
          fc.constantFrom(...facetIds, 'q', 'closes', 'sort', 'page', 'zzz'),
          fc.oneof(
            anyText(30),
            fc.constantFrom(...'fr fr:good FR:native open closed web,data sn 011 7 1-4 new'.split(' ')),
          ),
        ),
        { maxLength: 12 },
      )
      .map((pairs) => `?${pairs.map(([key, value]) => `${key}=${value}`).join('&')}`),
  );

  it('never throws, and its normal form is a fixed point', () => {
    fc.assert(
      fc.property(anyAddress, (address) => {
        const state = parseAddress(address);
        expect(normalizeState(state)).toEqual(state);
        expect(parseAddress(serializeAddress(state))).toEqual(state);
      }),
    );
  });

  it('comes back from what any state is written as', () => {
    const anyState = fc.record({
      q: anyText(300),
      chosen: fc.record(
        Object.fromEntries(
          facetIds.map((facet) => [facet, fc.array(fc.string({ maxLength: 8 }), { maxLength: 4 })]),
        ),
      ) as fc.Arbitrary<SearchState['chosen']>,
      closes: fc.option(fc.integer(), { nil: undefined }),
      sort: fc.constantFrom('new' as const, 'closing' as const, 'fit' as const, undefined),
      page: fc.double(),
    });
    fc.assert(
      fc.property(anyState, (state) => {
        expect(parseAddress(serializeAddress(state))).toEqual(normalizeState(state));
      }),
    );
  });
});

it('a change of values leads to the first page', () => {
  const changed = withValues(open({ page: 5 }), 'task', ['web']);
  expect(changed).toMatchObject({ page: 1, chosen: { task: ['web'] } });
});
