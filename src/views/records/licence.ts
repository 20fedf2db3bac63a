/** The licence of the open data: https://spdx.org/licenses/CC-BY-4.0.html */
export const licence = {
  id: 'CC-BY-4.0',
  short: 'CC BY 4.0',
  name: 'Creative Commons Attribution 4.0 International',
  url: 'https://creativecommons.org/licenses/by/4.0/',
  attribution: 'You may copy, change and build on this data if you name its source:',
} as const;
