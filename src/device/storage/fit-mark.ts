/** The storage key of the answers, and the mark that tells the style sheet of a page that there are some. */

export const fitKey = 'ov:fit:1';

/** A class on the `html` element of a page that shows the fit. */
export const fitMark = 'fit-known';
