/** A field around its control: the name, the help, and below it what is wrong. */
import type { ReactNode } from 'react';
import { localeTable, type Locale } from '@/i18n/locales';
import type { ControlOf, FormControl } from '../describe/description';
import { useForm, type FieldFinding } from './form-context';

/** What a control needs of the field around it. */
export interface ControlIds {
  readonly id: string;
  readonly describedBy: string;
  /** Only where no label of the form names it. */
  readonly 'aria-label'?: string | undefined;
}

/** The properties of a control. */
export interface ControlProps<Kind extends FormControl['kind']> extends ControlIds {
  readonly input: ControlOf<Kind>;
  readonly label: string;
  readonly value: unknown;
  /** The value that counts while the field is empty. */
  readonly fallback?: unknown;
  readonly lang?: string | undefined;
  readonly isRequired: boolean;
  readonly onChange: (value: unknown) => void;
}

/** The attributes of an element that is the whole control. */
export const attributesOf = (props: ControlIds & { readonly isRequired?: boolean | undefined }) => ({
  id: props.id,
  'aria-label': props['aria-label'],
  'aria-describedby': props.describedBy,
  'aria-required': props.isRequired,
});

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
  readonly children: (ids: ControlIds) => ReactNode;
}

/** The attributes of the element around a field, or around one language of it. */
const boxOf = (id: string, findings: readonly FieldFinding[], isGroup: boolean) => ({
  className: 'field',
  'data-field': id,
  'data-faulty': findings.some(({ isFault }) => isFault) || undefined,
  role: isGroup ? 'group' : undefined,
});

export function Field(props: FieldProps) {
  const { id, label, help, isRequired, findings, isNamedOutside = false, isGroup = false, children } = props;
  const { t } = useForm();
  const name = isRequired ? label : t('{label} (optional)', { label });
  const [helpId, findingsId] = [`${id}-help`, `${id}-findings`];
  const describedBy = help && !isNamedOutside ? `${helpId} ${findingsId}` : findingsId;
  const Label = isGroup ? 'span' : 'label';
  return (
    <div
      {...boxOf(id, findings, isGroup)}
      aria-labelledby={isGroup && !isNamedOutside ? `${id}-label` : undefined}
      aria-label={isGroup && isNamedOutside ? name : undefined}
      aria-describedby={isGroup ? describedBy : undefined}
    >
      {!isNamedOutside && (
        <Label id={`${id}-label`} htmlFor={isGroup ? undefined : id} className="label">
          {name}
        </Label>
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

interface LanguageFieldProps extends Pick<FieldProps, 'id' | 'label' | 'findings' | 'isGroup'> {
  readonly locale: Locale;
  /** True where it is the only language shown. */
  readonly isAlone: boolean;
  readonly helpId: string;
  readonly children: (ids: ControlIds) => ReactNode;
}

/** One language of a field whose name and help stand above all of them. */
export function LanguageField(props: LanguageFieldProps) {
  const { id, label, findings, isGroup = false, locale, isAlone, helpId, children } = props;
  const Label = isGroup ? 'span' : 'label';
  return (
    <div {...boxOf(id, findings, isGroup)} aria-labelledby={isGroup ? `${id}-label` : undefined}>
      <Label
        id={`${id}-label`}
        htmlFor={isGroup ? undefined : id}
        className={isAlone ? 'hidden' : 'language'}
      >
        <span className="hidden">{label} (</span>
        <span lang={locale}>{localeTable[locale].name}</span>
        <span className="hidden">)</span>
      </Label>
      {children({ id, describedBy: `${helpId} ${id}-findings` })}
      <FindingList id={`${id}-findings`} findings={findings} />
    </div>
  );
}
