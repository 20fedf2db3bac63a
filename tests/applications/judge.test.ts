import { describe, expect, it } from 'vitest';
import {
  judge,
  placeFaults,
  type Arrival,
  type Device,
  type Moment,
  type Saying,
  type Sight,
  type Story,
} from './judge';

const number = 'K7QD-3M9X';

const said = (...keys: readonly string[]): readonly Saying[] =>
  keys.map((key) => (key === 'sent' ? { key, number } : { key }));

const sight = (change: Partial<Sight>): Sight => ({
  place: 'form',
  form: [],
  text: '',
  news: [],
  pending: [],
  rows: [],
  count: '',
  hasSent: false,
  hasUnsent: false,
  hasLink: false,
  isThanks: false,
  isAlertFocused: false,
  ...change,
});

const arrival: Arrival = { number, text: 'one', isWithdrawal: false };
const nothing: Device = { sent: [], unsent: [], deleted: [] };
const sent: Device = { ...nothing, sent: [{ number, isWithdrawn: false }] };
const waiting = { number, text: 'one', isWithdrawal: false, isWaiting: true, keys: ['sending', 'network'] };
const refused: Device = { ...nothing, unsent: [{ ...waiting, isWaiting: false, keys: ['limit'] }] };

const saw = (at: number, arrived: readonly Arrival[], change: Partial<Sight>): Moment => ({
  what: 'sight',
  at,
  page: 0,
  sight: sight(change),
  arrived,
});
const press: Moment = { what: 'deed', at: 0, deed: 'press', text: 'one' };
const asked = (at: number): Moment => ({ what: 'asked', at, hasHeaders: true });

const judged = (moments: readonly Moment[], rest: Partial<Story> = {}) =>
  judge({ moments: [press, ...moments], arrivals: [arrival], device: sent, open: [], ...rest });

describe('the judge of situations', () => {
  it('finds nothing wrong where it is told to be sent once it has arrived', () => {
    expect(
      judged([asked(1), saw(2, [], { form: said('sending') }), saw(3, [arrival], { form: said('sent') })]),
    ).toEqual([]);
  });

  it.each<[rule: string, moments: readonly Moment[], rest?: Partial<Story>]>([
    ['hasn’t arrived', [saw(2, [], { form: said('sent') })]],
    ['thanks for nothing', [saw(2, [], { place: 'thanks', isThanks: true })]],
    [
      'is told not to be sent',
      [saw(2, [arrival], { form: said('other', 'saved') }), { what: 'deed', at: 5000, deed: 'end' }],
    ],
    ['another text', [saw(2, [arrival], { form: said('changed'), text: 'one' }), asked(9000)]],
    [
      'to be saved, and isn’t',
      [{ what: 'deed', at: 1, deed: 'forget' }, saw(2, [], { form: said('automatic') }), asked(9000)],
    ],
    ['two numbers', [], { arrivals: [arrival, { ...arrival, number: 'B' }] }],
    ['knows nothing', [], { device: nothing }],
    ['must not be', [{ what: 'deed', at: 1, deed: 'forget' }]],
    ['calls sent', [], { arrivals: [] }],
    ['never sent', [], { device: { ...nothing, unsent: [waiting] } }],
    ['is lost', [], { arrivals: [{ ...arrival, text: 'older' }] }],
    ['isn’t the last', [], { arrivals: [{ ...arrival, isWithdrawal: true }, arrival] }],
    [
      'did nothing',
      [
        { what: 'deed', at: 1, deed: 'now' },
        { what: 'deed', at: 2, deed: 'end' },
      ],
    ],
    ['more often', [asked(1), asked(2)]],
    ['like those of the client', [{ what: 'asked', at: 1, hasHeaders: false }]],
    [
      '“limit” isn’t told',
      [saw(1, [], { isAlertFocused: true }), { what: 'settled', at: 2, page: 0, told: 'limit' }],
    ],
    [
      'hasn’t the focus',
      [saw(1, [], { form: said('limit') }), { what: 'settled', at: 2, page: 0, told: 'limit' }],
    ],
    ['something that waits', [saw(1, [arrival], { form: said('network') })], { open: [0] }],
  ])('finds: %s', (rule, moments, rest) => {
    expect(judged(moments, rest)).toContainEqual(expect.stringContaining(rule));
  });
});

describe('what places say at the end', () => {
  const right: readonly (readonly [Device, Partial<Sight>])[] = [
    [sent, { place: 'home', count: '(1)' }],
    [sent, { place: 'list', rows: [{ number, isWithdrawn: false }] }],
    [sent, { place: 'privacy', hasSent: true }],
    [sent, { place: 'form', form: said('sent'), hasLink: true }],
    [refused, { place: 'list', pending: [said('limit'), said('draft')] }],
    [refused, { place: 'privacy', hasUnsent: true }],
    [refused, { place: 'form', form: said('limit') }],
  ];

  it('agrees with the device, and with nothing else', () => {
    for (const [device, seen] of right) {
      expect(placeFaults(sight(seen), device)).toEqual([]);
      expect(placeFaults(sight(seen), device === sent ? refused : sent)).not.toEqual([]);
    }
  });
});
