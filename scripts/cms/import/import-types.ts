/** The types of entries that sheets can have. */

/** The types that can be imported. */
export const importTypes = ['opportunity', 'organization'] as const;

export type ImportType = (typeof importTypes)[number];

export function isImportType(value: unknown): value is ImportType {
  return importTypes.some((type) => type === value);
}
