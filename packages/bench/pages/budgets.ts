import manifest from '../../../package.json' with { type: 'json' };

/** In bytes; docs/performance.md says what each counts. */
export const { budgets } = manifest;

/** The JavaScript budget of an opportunity's page, given its HTML. */
export const opportunityJsBudget = (html: string): number =>
  budgets.opportunityJs + (html.includes(' type="file"') ? budgets.attachmentJs : 0);
