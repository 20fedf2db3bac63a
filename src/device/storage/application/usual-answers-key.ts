/** The storage key of the usual answers. */
export const usualAnswersKey = 'ov:usual:1';
