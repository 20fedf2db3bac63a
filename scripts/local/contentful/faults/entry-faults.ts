/** Faults of single entries that editors and other programs cause while content is read, or before. */
import { isRecord } from '@/sources/contentful/json';
import { linkTo } from '@/sources/contentful/wire';
import { defaultCode } from '../space';
import { mapLocalized, ofType, setShared, withFirst } from './change';
import type { StandInFault } from './fault';

const links = (field: unknown): unknown[] => (Array.isArray(field) ? field : []);

/** What somebody would call the copy of an entry that was deleted. */
const copyOf = (id: string) => `${id}-2`;

/** Several code points a character, and two directions. */
export const wide = '👩🏽‍🌾 ساعدنا 🌍';

export const entryFaults = {
  'link-to-draft': {
    description: 'a campaign features, among others, an opportunity that is a draft',
    space: (space) =>
      withFirst(space, 'campaign', (entry) =>
        setShared(space, entry, 'opportunities', [
          linkTo('Entry', 'zz-not-yet'),
          ...links(entry.fields['opportunities']?.[defaultCode(space)]),
        ]),
      ),
  },
  'one-missing-once': {
    description: 'the first answer about entries lacks one of those that it counts',
    result: (result, { collection, nthOfCollection }) => {
      if (collection !== 'entries' || nthOfCollection !== 1 || !isRecord(result.json)) return result;
      const { items, total } = result.json;
      if (!Array.isArray(items) || typeof total !== 'number') return result;
      return { ...result, json: { ...result.json, items: items.slice(1), total } };
    },
  },
  recreated: {
    description: 'an opportunity was deleted and made anew, with the same words and another id',
    space: (space) =>
      withFirst(space, 'opportunity', (entry) => ({
        ...entry,
        sys: { ...entry.sys, id: copyOf(entry.sys.id) },
      })),
  },
  'empty-entry': {
    description: 'an opportunity has no field at all',
    space: (space) => withFirst(space, 'opportunity', (entry) => ({ ...entry, fields: {} })),
  },
  'all-null': {
    description: 'every field of an opportunity is null',
    space: (space) =>
      withFirst(space, 'opportunity', (entry) =>
        Object.keys(entry.fields).reduce((changed, field) => mapLocalized(changed, field, () => null), entry),
      ),
  },
  'two-settings': {
    description: 'the site settings are there twice',
    space: (space) => {
      const [settings] = ofType(space, 'settings');
      if (!settings) return space;
      const copy = { ...settings, sys: { ...settings.sys, id: 'zz-settings' } };
      return { ...space, entries: [...space.entries, copy] };
    },
  },
  'no-settings': {
    description: 'the site settings are not published',
    space: (space) => {
      const [settings] = ofType(space, 'settings');
      return { ...space, entries: space.entries.filter((entry) => entry !== settings) };
    },
  },
  'organization-unpublished': {
    description: 'an organization was unpublished, and its opportunities weren’t',
    space: (space) => {
      const [organization] = ofType(space, 'organization');
      return { ...space, entries: space.entries.filter((entry) => entry !== organization) };
    },
  },
  'wide-characters': {
    description: 'an opportunity’s summary is of emoji and letters that run from right to left',
    space: (space) => withFirst(space, 'opportunity', (entry) => mapLocalized(entry, 'summary', () => wide)),
  },
} as const satisfies Record<string, StandInFault>;
