/** The keys of earlier versions of the site in `localStorage`, whose data is in the database now. */

/** The log of applications. */
export const oldLogKey = 'ov:applied:1' as const;
/** `yes` on a shared device. */
export const oldSharedKey = 'ov:shared:1';
/** Present where something waited to be sent. */
export const oldWaitingKey = 'ov:outbox:1';
