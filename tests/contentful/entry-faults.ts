/** Faults in single entries, which editors and other programs cause before or while content is read. */
import { createLink } from '@/sources/contentful/wire';
import {
  changeFirst,
  mapLocalized,
  readShared,
  removeFirst,
  setShared,
  type ContentFault,
} from './change-space';

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
          ...readShared(space, entry, 'opportunities'),
        ]),
      ),
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
  'organization-unpublished': {
    description: 'an organization was unpublished, and its opportunities weren’t',
    space: (space) => removeFirst(space, 'organization'),
  },
  'wide-characters': {
    description: 'an opportunity’s summary is of emoji and letters that run from right to left',
    space: (space) =>
      changeFirst(space, 'opportunity', (entry) => mapLocalized(entry, 'summary', () => wideCharacters)),
  },
} as const satisfies Record<string, ContentFault>;
