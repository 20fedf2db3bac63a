/** The part of decap-server that the editor uses: its package has no types. */
declare module 'decap-server/dist/middlewares.js' {
  import type { Express } from 'express';

  const middlewares: {
    /** Adds `POST /api/v1` over the folder in `GIT_REPO_DIRECTORY`. */
    readonly registerLocalFs: (app: Express, options?: { readonly logLevel?: string }) => Promise<void>;
  };
  export default middlewares;
}
