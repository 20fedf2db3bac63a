/**
 * The keys of what is in `localStorage`, apart from the code for it, so that a page can tell whether there is any; and marks by
 * which style sheets keep room for it.
 */

/** Saved searches. */
export const searchesKey = 'ov:searches:1';

/** Answers to the fit check. */
export const fitKey = 'ov:fit:1';

/** A class on the `html` element of a page that shows the fit. */
export const fitMark = 'fit-known';

/** The number of lines about the visitor's own volunteering on the home page. */
export const standingKey = 'ov:standing:1';

/** A class on the `html` element of the home page. */
export const standingMark = 'standing-known';
