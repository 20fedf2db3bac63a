/** What the environment says about forms. */
import type { ConfigProblem } from './read';
import { formspree, isOnThisMachine, localInbox, type FormsMode } from './values';
import type { VariableValues } from './variables';

/** What the environment says about forms. */
export interface FormsSetup {
  /** Undefined where `FORMS` is unset: a form where there is a form id, else e-mail. */
  readonly mode: FormsMode | undefined;
  /** Where forms send to, without a slash at the end. */
  readonly endpoint: string;
  /** `FORMSPREE_FORM_ID`. */
  readonly formId: string | undefined;
}

export interface FormsConfig extends FormsSetup {
  /** False where the endpoint is only the default. */
  readonly isEndpointSet: boolean;
}

/** What `FORMS` and `FORMSPREE_ENDPOINT` say together. */
export function formsOf(values: VariableValues, defaultMode?: FormsMode): FormsConfig {
  const { FORMS: mode = defaultMode, FORMSPREE_ENDPOINT: endpoint, FORMSPREE_FORM_ID: formId } = values;
  return {
    mode,
    endpoint: endpoint ?? (mode === 'local' ? localInbox : formspree),
    formId,
    isEndpointSet: endpoint !== undefined,
  };
}

/** Why they can't be used together. */
export function formsProblem({ mode, endpoint, isEndpointSet }: FormsConfig): ConfigProblem[] {
  if (mode !== 'local' || !isEndpointSet || isOnThisMachine(new URL(endpoint))) return [];
  return [
    {
      variable: 'FORMSPREE_ENDPOINT',
      message: `FORMS is local, but FORMSPREE_ENDPOINT is "${endpoint}", which is not this machine. Leave FORMSPREE_ENDPOINT unset, or set FORMS to formspree.`,
    },
  ];
}
