/** The path of the open data, and their licence. */

/** The folder of the first version: fields may be added, but never removed or changed in meaning. */
export const dataFolder = '/data/v1/';

/** https://spdx.org/licenses/CC-BY-4.0.html */
export const licence = {
  id: 'CC-BY-4.0',
  name: 'Creative Commons Attribution 4.0 International',
  url: 'https://creativecommons.org/licenses/by/4.0/',
  attribution: 'You may copy, change and build on this data if you name its source:',
} as const;
