/**
 * The storage key of the number of lines about the visitor's own volunteering on the home page, and the mark by which its
 * style sheet keeps room for them.
 */

export const standingKey = 'ov:standing:1';

/** A class on the `html` element of the home page. */
export const standingMark = 'standing-known';
