import type { ProjectCopy } from './project-copy';

/** A change that CONTRIBUTING.md explains, made on a copy of the project. */
export interface Recipe {
  /** As in the report: `field`. */
  readonly name: string;
  /** The most files that should be touched, tests and content not counted. */
  readonly maxFiles: number;
  readonly change: (copy: ProjectCopy) => Promise<void>;
  /** Environment of the build, besides the copy's own content. */
  readonly env?: Readonly<Record<string, string>>;
  /** A file of the built site, with a text that only the change puts into it; `*` stands for any name. */
  readonly shows: { readonly file: string; readonly text: string };
}
