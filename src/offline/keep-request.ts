/** What a page asks the service worker to keep, which alone writes to the caches: it checks what it stores. */
export type KeepRequest =
  | {
      readonly keep: 'visited';
      /** The page, and the files that it has loaded. */
      readonly page: string;
      readonly files: readonly string[];
    }
  | {
      readonly keep: 'saved';
      /** The pages that the visitor has saved; others that were kept for that reason go. */
      readonly pages: readonly string[];
    };
