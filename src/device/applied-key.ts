/** Where the log of applications is; apart from the log, so that a page needs to load it only where there is one. */
export const appliedKey = 'ov:applied:1';
