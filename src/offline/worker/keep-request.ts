/**
 * What a page asks the service worker to keep, which alone writes to the caches: it checks what it stores. The page
 * itself, or all pages that the visitor has saved; others that were kept for that reason go.
 */
export type KeepRequest = 'this page' | readonly string[];
