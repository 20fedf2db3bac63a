/** Organizations that may ask for help (the eligibility rule). Labels: keys `kind.<id>`. */
export const organizationKinds = ['civil', 'public', 'intergovernmental', 'academic'] as const;

export type OrganizationKind = (typeof organizationKinds)[number];

/** The statuses of an opportunity; "closing soon" and "expired" are derived, never stored. Labels: keys `status.<id>`. */
export const opportunityStatuses = ['draft', 'review', 'open', 'paused', 'filled', 'closed'] as const;

export type OpportunityStatus = (typeof opportunityStatuses)[number];

/** The statuses of all other entries. */
export const publicationStatuses = ['draft', 'review', 'published'] as const;

/** Ways to give the length of an opportunity. */
export const lengthKinds = ['one-off', 'weeks', 'ongoing'] as const;

/** Working hours: chosen by the volunteer, or fixed. Labels: keys `schedule.<id>`. */
export const schedules = ['flexible', 'fixed'] as const;

/** Devices that a task needs. Labels: keys `device.<id>`. */
export const devices = ['phone', 'computer'] as const;

/** Connections that a task needs. Labels: keys `bandwidth.<id>`. */
export const bandwidths = ['low', 'medium', 'high'] as const;

/** Ways to apply. Labels: keys `applyBy.<id>`. */
export const applyWays = ['form', 'external', 'email'] as const;

/** Whose words a story tells. */
export const storyVoices = ['volunteer', 'organization'] as const;

/** Sorts of resource. Labels: keys `resource.<id>`. */
export const resourceKinds = ['guide', 'news', 'press', 'network'] as const;

/** For whom a resource is. Labels: keys `audience.<id>`. */
export const audiences = ['volunteers', 'organizations', 'promoters'] as const;

/** Pages that have a fixed place in the site; `other` is any further one. */
export const pageRoles = [
  'about', 'volunteers', 'organizations', 'privacy', 'accessibility', 'terms', 'contact', 'other',
] as const; // prettier-ignore
