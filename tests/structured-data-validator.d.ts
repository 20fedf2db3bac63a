/** The part of the package that tests use; it has no types of its own. */
declare module '@adobe/structured-data-validator' {
  interface Issue {
    readonly issueMessage: string;
    readonly severity: 'ERROR' | 'WARNING';
    readonly errorType?: 'schemaOrg';
    readonly path: readonly unknown[];
  }
  type ThingsByType = Readonly<Record<string, readonly object[] | undefined>>;
  export default class Validator {
    constructor(schemaOrg: object);
    validate(found: Readonly<Record<'jsonld' | 'microdata' | 'rdfa', ThingsByType>>): Promise<Issue[]>;
  }
}
