/** Messages between the build and the processes that render its pages. */

/** From the build. */
export type PageTask =
  | {
      readonly task: 'open';
      /** The secrets that no page may have. */
      readonly secrets: readonly { readonly variable: string; readonly value: string }[];
      /** The hashes of the views of pages that needn't be rendered, by file. */
      readonly known: Readonly<Record<string, string>>;
    }
  | {
      readonly task: 'render';
      /** The numbers of the first path and of the one after the last. */
      readonly from: number;
      readonly to: number;
    };

/** From a process that renders. */
export type PageAnswer =
  | {
      readonly answer: 'opened';
      /** The number of paths. */
      readonly paths: number;
    }
  | {
      readonly answer: 'rendered';
      /** The records of pages that were rendered, as `formatRecords` writes them. */
      readonly records: string;
      /** The files of pages whose view is the known one. */
      readonly unchanged: readonly string[];
    }
  | {
      /** A page must not be published. */
      readonly answer: 'refused';
      readonly message: string;
      readonly hint: string;
    };
