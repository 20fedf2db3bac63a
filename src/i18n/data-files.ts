/** Files of an entry that are the same in every language: they stand below the open data, under the entry's id. */

/** The folder of the first version: fields may be added, but never removed or changed in meaning. */
export const dataFolder = '/data/v1/';

const folders = { opportunity: 'opportunities', organization: 'organizations' } as const;

/** The path of an entry's record: `/data/v1/opportunities/map-wells.json`. */
export function recordPath(type: keyof typeof folders, id: string): string {
  return `${dataFolder}${folders[type]}/${id}.json`;
}

/** The path of the closing date of an opportunity as a calendar: `/data/v1/opportunities/map-wells.ics`. */
export function closingPath(id: string): string {
  return `${dataFolder}${folders.opportunity}/${id}.ics`;
}
