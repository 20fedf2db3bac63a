/** Faults in single entries, which editors and other programs cause before or while content is read. */
import { createLink } from '@/sources/contentful/wire';
import { changeFirst, readShared, removeFirst, setShared, type ContentFault } from './change-space';

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
  'empty-entry': {
    description: 'an opportunity has no field at all',
    space: (space) => changeFirst(space, 'opportunity', (entry) => ({ ...entry, fields: {} })),
  },
  'organization-unpublished': {
    description: 'an organization was unpublished, and its opportunities weren’t',
    space: (space) => removeFirst(space, 'organization'),
  },
} as const satisfies Record<string, ContentFault>;
