/**
 * How much of a page's title and description search engines and browsers show, in characters. Google cuts titles after
 * about 600 pixels and descriptions after about 920, and replaces a description that is too short to say anything.
 * https://developers.google.com/search/docs/appearance/title-link
 */
export const titleLimit = 65;
export const descriptionLimits = { min: 50, max: 160 } as const;
