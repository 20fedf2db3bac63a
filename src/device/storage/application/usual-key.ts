/** Where answers for the next form are. */
export const usualKey = 'ov:usual:1';
