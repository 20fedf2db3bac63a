/** The part of the configuration that says how forms are sent. */
import type { ConfigProblem } from './read-values';
import { formServiceUrl, isOnThisMachine, localInboxUrl, type FormsMode } from './values';
import type { VariableValues } from './variables';

/** The mode, the address and the form id for sending forms. */
export interface FormsSetup {
  /** Undefined if `FORMS` is unset: then a form is used if there is a form id, else e-mail. */
  readonly mode: FormsMode | undefined;
  /** The address to which forms are sent, without a slash at the end. */
  readonly endpoint: string;
  /** `FORMSPREE_FORM_ID`. */
  readonly formId: string | undefined;
}

export interface FormsConfig extends FormsSetup {
  /** False if the endpoint is only the default. */
  readonly isEndpointSet: boolean;
}

/** Combines `FORMS`, `FORMSPREE_ENDPOINT` and `FORMSPREE_FORM_ID`. */
export function buildFormsConfig(values: VariableValues, defaultMode?: FormsMode): FormsConfig {
  const { FORMS: mode = defaultMode, FORMSPREE_ENDPOINT: endpoint, FORMSPREE_FORM_ID: formId } = values;
  return {
    mode,
    endpoint: endpoint ?? (mode === 'local' ? localInboxUrl : formServiceUrl),
    formId,
    isEndpointSet: endpoint !== undefined,
  };
}

/** Returns a problem if the mode and the endpoint contradict each other. */
export function checkFormsSettings({ mode, endpoint, isEndpointSet }: FormsConfig): ConfigProblem[] {
  if (mode !== 'local' || !isEndpointSet || isOnThisMachine(new URL(endpoint))) return [];
  return [
    {
      variable: 'FORMSPREE_ENDPOINT',
      message: `FORMS is local, but FORMSPREE_ENDPOINT is “${endpoint}”, which is not this machine.`,
      hint: 'Leave FORMSPREE_ENDPOINT unset, or set FORMS to formspree.',
    },
  ];
}
