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
export function FindingList({ id, findings }: Pick<FieldProps, 'id' | 'findings'>) {
  return (
    <div id={id} role="status" className="findings">
      {findings.map(({ text, isFault }) => (
        <p key={text} className={isFault ? 'is-fault' : 'note'}>
          {text}
        </p>
      ))}
    </div>
  );
}

export interface FieldProps {
  readonly id: string;
  readonly label: string;
  readonly help?: string;
  readonly isRequired: boolean;
  readonly findings: readonly FieldFinding[];
  /** True where the page around the form shows the name and the help. */
  readonly isNamedOutside?: boolean;
  /** True for several controls under one name. */
  readonly isGroup?: boolean;
  /** The language of the text, where the name and the help stand above all languages. */
  readonly language?: {
    readonly locale: Locale;
    /** True where it is the only language shown. */
    readonly isAlone: boolean;
    readonly helpId: string;
  };
  readonly children: (ids: ControlIds) => ReactNode;
}

/** The name of a field for one of its languages; only the language is seen. */
const LanguageLabel = ({ label, locale }: { readonly label: string; readonly locale: Locale }) => (
  <>
    <span className="hidden">{label} (</span>
    <span lang={locale}>{localeTable[locale].name}</span>
    <span className="hidden">)</span>
  </>
);

export function Field(props: FieldProps) {
  const { id, label, help, isRequired, findings, isNamedOutside = false, isGroup = false, language } = props;
  const { t } = useForm();
  const name = isRequired ? label : t('{label} (optional)', { label });
  const hasHelp = Boolean(help) && !isNamedOutside;
  const helpId = language?.helpId ?? (hasHelp ? `${id}-help` : '');
  const findingsId = `${id}-findings`;
  const describedBy = `${helpId} ${findingsId}`.trim();
  const Label = isGroup ? 'span' : 'label';
  return (
    <div
      className="field"
      data-field={id}
      data-faulty={findings.some(({ isFault }) => isFault) || undefined}
      role={isGroup ? 'group' : undefined}
      aria-labelledby={isGroup && !isNamedOutside ? `${id}-label` : undefined}
      aria-label={isGroup && isNamedOutside ? name : undefined}
      aria-describedby={isGroup && !language ? describedBy : undefined}
    >
      {!isNamedOutside && (
        <Label
          id={`${id}-label`}
          htmlFor={isGroup ? undefined : id}
          className={!language ? 'label' : language.isAlone ? 'hidden' : 'language'}
        >
          {language ? <LanguageLabel label={label} locale={language.locale} /> : name}
        </Label>
      )}
      {hasHelp && (
        <p id={helpId} className="help">
          {help}
        </p>
      )}
      {props.children({ id, describedBy, ...(isNamedOutside && { 'aria-label': name }) })}
      <FindingList id={findingsId} findings={findings} />
    </div>
  );
}
