/** The storage key of the answers, and the mark that tells the style sheet of a page that there are some. */

export const fitKey = 'ov:fit:1';

/** A class on the `html` element of a page that shows the fit. */
export const fitMark = 'fit-known';

/**
 * Runs in the head of those pages, before anything is drawn: where there are answers, the style sheet reserves space
 * for the result, so that nothing moves when it comes. Allowed by its hash (astro.config.mjs), so it is a plain string.
 */
export const fitMarkScript = `try{localStorage['${fitKey}']&&document.documentElement.classList.add('${fitMark}')}catch{}`;
