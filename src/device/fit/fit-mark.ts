/** The key of what a visitor has said that they can, and what tells a page's style sheet that there is something. */

export const fitKey = 'ov:fit:1';

/** On the `html` element of a page that shows what fits. */
export const fitMark = 'fit-known';

/**
 * Runs in the head of those pages, before anything is drawn: where somebody has said what they can, the style sheet
 * keeps room for what fits them, so that nothing moves when it comes. Allowed by its hash (astro.config.mjs), so it is
 * a plain string.
 */
export const fitMarkScript = `try{localStorage['${fitKey}']&&document.documentElement.classList.add('${fitMark}')}catch{}`;
