/** Faults in single entries, which editors and other programs cause before or while content is read. */
import { isRecord } from '@/model/json';
import { createLink } from '@/sources/contentful/wire';
import { findDefaultCode } from '../space';
import { mapLocalized, findEntriesOfType, setShared, changeFirst } from './change-space';
import type { StandInFault } from './fault';

const toLinks = (field: unknown): unknown[] => (Array.isArray(field) ? field : []);

/** A likely id for the copy of a deleted entry. */
const copyId = (id: string) => `${id}-2`;

/** Characters with several code points, and both writing directions. */
export const wideCharacters = '👩🏽‍🌾 ساعدنا 🌍';

export const entryFaults = {
  'link-to-draft': {
    description: 'a campaign features, among others, an opportunity that is a draft',
    space: (space) =>
      changeFirst(space, 'campaign', (entry) =>
        setShared(space, entry, 'opportunities', [
          createLink('Entry', 'zz-not-yet'),
          ...toLinks(entry.fields['opportunities']?.[findDefaultCode(space)]),
        ]),
      ),
  },
  'one-missing-once': {
    description: 'the first answer about entries lacks one of those that it counts',
    result: (result, { collection, collectionRequestNumber }) => {
      if (collection !== 'entries' || collectionRequestNumber !== 1 || !isRecord(result.json)) return result;
      const { items, total } = result.json;
      if (!Array.isArray(items) || typeof total !== 'number') return result;
      return { ...result, json: { ...result.json, items: items.slice(1), total } };
    },
  },
  recreated: {
    description: 'an opportunity was deleted and created again, with the same words and another id',
    space: (space) =>
      changeFirst(space, 'opportunity', (entry) => ({
        ...entry,
        sys: { ...entry.sys, id: copyId(entry.sys.id) },
      })),
  },
  'empty-entry': {
    description: 'an opportunity has no field at all',
    space: (space) => changeFirst(space, 'opportunity', (entry) => ({ ...entry, fields: {} })),
  },
  'all-null': {
    description: 'every field of an opportunity is null',
    space: (space) =>
      changeFirst(space, 'opportunity', (entry) =>
        Object.keys(entry.fields).reduce((changed, field) => mapLocalized(changed, field, () => null), entry),
      ),
  },
  'two-settings': {
    description: 'the site settings are there twice',
    space: (space) => {
      const [settings] = findEntriesOfType(space, 'settings');
      if (!settings) return space;
      const copy = { ...settings, sys: { ...settings.sys, id: 'zz-settings' } };
      return { ...space, entries: [...space.entries, copy] };
    },
  },
  'no-settings': {
    description: 'the site settings are not published',
    space: (space) => {
      const [settings] = findEntriesOfType(space, 'settings');
      return { ...space, entries: space.entries.filter((entry) => entry !== settings) };
    },
  },
  'organization-unpublished': {
    description: 'an organization was unpublished, and its opportunities weren’t',
    space: (space) => {
      const [organization] = findEntriesOfType(space, 'organization');
      return { ...space, entries: space.entries.filter((entry) => entry !== organization) };
    },
  },
  'wide-characters': {
    description: 'an opportunity’s summary is of emoji and letters that run from right to left',
    space: (space) =>
      changeFirst(space, 'opportunity', (entry) => mapLocalized(entry, 'summary', () => wideCharacters)),
  },
} as const satisfies Record<string, StandInFault>;
