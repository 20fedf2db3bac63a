/** The storage key of saved searches. Apart, so that pages can tell whether there are any without the code for them. */
export const searchesKey = 'ov:searches:1';
