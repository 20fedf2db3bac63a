/** What earlier versions of the site had in `localStorage`, and is in the database now. */

/** The log of applications. */
export const oldLogKey = 'ov:applied:1' as const;
/** `yes` stood for a shared device. */
export const oldSharedKey = 'ov:shared:1';
/** Stood for something that waits to be sent. */
export const oldWaitingKey = 'ov:outbox:1';
