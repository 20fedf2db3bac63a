/** Organizations that may ask for help (the eligibility rule). Labels: keys `kind.<id>`. */
export const organizationKinds = ['civil', 'public', 'intergovernmental', 'academic'] as const;

export type OrganizationKind = (typeof organizationKinds)[number];

/** Where an opportunity stands; "closing soon" and "expired" are derived, never stored. Labels: keys `status.<id>`. */
export const opportunityStatuses = ['draft', 'review', 'open', 'paused', 'filled', 'closed'] as const;

export type OpportunityStatus = (typeof opportunityStatuses)[number];

/** Where any other entry stands. */
export const publicationStatuses = ['draft', 'review', 'published'] as const;

/** How an opportunity lasts. */
export const lengthKinds = ['one-off', 'weeks', 'ongoing'] as const;

/** Whether the volunteer chooses the hours. Labels: keys `schedule.<id>`. */
export const schedules = ['flexible', 'fixed'] as const;

/** What one needs to work on. Labels: keys `device.<id>`. */
export const devices = ['phone', 'computer'] as const;

/** How good a connection one needs. Labels: keys `bandwidth.<id>`. */
export const bandwidths = ['low', 'medium', 'high'] as const;

/** Where an application goes. Labels: keys `applyBy.<id>`. */
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
