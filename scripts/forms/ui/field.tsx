/** A field around its control: the name, the help, and below it what is wrong. */
import type { ReactNode } from 'react';
import type { FieldFinding } from './form-context';
import { useForm } from './form-context';

/** What a control needs of the field around it. */
export interface ControlIds {
  readonly id: string;
  readonly describedBy: string;
  /** Only where no label of the form names it. */
  readonly 'aria-label'?: string | undefined;
}

interface FieldProps {
  readonly id: string;
  readonly label: string;
  readonly help?: string;
  readonly isRequired: boolean;
  readonly findings: readonly FieldFinding[];
  /** True where the page around the form shows the name and the help. */
  readonly isNamedOutside?: boolean;
  /** True for several controls under one name. */
  readonly isGroup?: boolean;
  readonly className?: string;
  readonly children: (ids: ControlIds) => ReactNode;
}

/** The findings of a field. Screen readers are told of a new one. */
export function FindingList({
  id,
  findings,
}: {
  readonly id: string;
  readonly findings: readonly FieldFinding[];
}) {
  return (
    <div id={id} role="status" className="findings">
      {findings.map(({ text, isFault }) => (
        <p key={text} className={isFault ? 'is-fault' : 'is-remark'}>
          {text}
        </p>
      ))}
    </div>
  );
}

export function Field({
  id,
  label,
  help,
  isRequired,
  findings,
  isNamedOutside = false,
  isGroup = false,
  className,
  children,
}: FieldProps) {
  const { t } = useForm();
  const name = isRequired ? label : t('{label} (optional)', { label });
  const [helpId, findingsId] = [`${id}-help`, `${id}-findings`];
  const describedBy = help && !isNamedOutside ? `${helpId} ${findingsId}` : findingsId;
  const isFaulty = findings.some(({ isFault }) => isFault);
  return (
    <div
      className={`field ${className ?? ''}`}
      data-field={id}
      data-faulty={isFaulty || undefined}
      role={isGroup ? 'group' : undefined}
      aria-labelledby={isGroup && !isNamedOutside ? `${id}-label` : undefined}
      aria-label={isGroup && isNamedOutside ? name : undefined}
      aria-describedby={isGroup ? describedBy : undefined}
    >
      {isNamedOutside ? null : isGroup ? (
        <span id={`${id}-label`} className="label">
          {name}
        </span>
      ) : (
        <label id={`${id}-label`} htmlFor={id} className="label">
          {name}
        </label>
      )}
      {help && !isNamedOutside && (
        <p id={helpId} className="help">
          {help}
        </p>
      )}
      {children({ id, describedBy, ...(isNamedOutside && { 'aria-label': name }) })}
      <FindingList id={findingsId} findings={findings} />
    </div>
  );
}
