/** What is said of each variable: its readers, its group, its meaning. */

/** The commands that read variables, with their names in the documents; some stand for several that read the same. */
export const commandNames = {
  build: '`build`',
  start: '`start`',
  dev: '`dev`',
  preview: '`preview:content`',
  check: '`check`',
  report: '`report`',
  verify: '`verify`',
  import: '`import`',
  importToSpace: '`import`',
  setup: '`setup`',
  transfer: '`push`, `pull`',
  listener: '`publish:local -- --listen`',
  standIn: '`local:contentful`',
  tests: 'tests',
} as const;

export type CommandName = keyof typeof commandNames;

/** The groups of variables with their headings, in the order of the documents. */
export const groupNames = {
  site: 'The site',
  content: 'Content',
  contentful: 'Contentful',
  webhooks: 'Publishing when something changes',
  monitoring: 'Monitoring',
  forms: 'Forms',
  tests: 'Tests',
  // Not documented, since operators don't set them for this program.
  others: 'Secrets of the tools around it',
} as const;

type VariableGroup = keyof typeof groupNames;

/** The description of a variable. Texts are Markdown. */
export interface VariableNote {
  readonly group: VariableGroup;
  /** One sentence. */
  readonly meaning: string;
  /** The default; undefined if there is none. */
  readonly default?: string;
  /** `value`: it must never be shown. `user-info`: an address that may contain a name and a password. */
  readonly secret?: 'value' | 'user-info';
  readonly readBy: readonly CommandName[];
  /** How to fix a value that can’t be used; undefined where every value can. */
  readonly fix?: string;
}
