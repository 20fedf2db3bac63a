/**
 * A page's request to the service worker, which alone writes to the caches since it checks what it stores: to store the
 * page itself, or all pages that the visitor has saved, and to delete others that were stored as saved pages.
 */
export type StoreRequest = 'this page' | readonly string[];
