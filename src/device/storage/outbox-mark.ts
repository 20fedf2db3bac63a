/** Stored where the outbox may have something in it, so that a page without a form needs to look only then. */
export const outboxMark = 'ov:outbox:1';
