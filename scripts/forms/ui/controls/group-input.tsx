/** Fields that belong together, once or in rows. */
import { isRecord } from '@/model/json';
import type { ReactNode } from 'react';
import type { ControlOf, EntryField, FormControl, Part } from '../../describe/description';
import { idOf, isEmpty, textOf, valueAt, type Path } from '../../values/values';
import { Field, FindingList, type FieldProps } from '../field';
import { useFindings, useForm } from '../form-context';
import { InputControl, isGroupInput, type InputControlProps } from './input-control';
import { ItemList } from './item-list';

interface PlainControlProps extends Omit<InputControlProps, 'input'> {
  readonly path: Path;
  readonly control: FormControl;
}

interface ControlFieldProps extends Pick<FieldProps, 'isNamedOutside' | 'language'> {
  readonly path: Path;
  readonly field: Omit<EntryField, 'isLocalized' | 'isEssential' | 'tab'>;
  /** False in all rows but the first, which has the help for all. */
  readonly hasHelp?: boolean;
  /** Draws the control, where it may be of a kind that `PlainControl` doesn’t draw. */
  readonly draw?: (props: PlainControlProps) => ReactNode;
}

/** A field, or a part of a group, with its control. */
export function ControlField({ path, field, hasHelp = true, draw, ...around }: ControlFieldProps) {
  const { label, help, isRequired, control, default: fallback } = field;
  const { fields, change } = useForm();
  const value = valueAt(fields, path);
  const onChange = (next: unknown) => change(path, next);
  const own = { path, control, label, isRequired, fallback, value, onChange };
  return (
    <Field
      id={idOf(path)}
      {...{ label, isRequired, ...around }}
      {...(hasHelp && { help })}
      isGroup={isGroupInput(control)}
      findings={useFindings(path, control)}
    >
      {(ids) => draw?.({ ...ids, ...own }) ?? <PlainControl {...ids} {...own} />}
    </Field>
  );
}

const GroupParts = ({ path, parts, hasHelp }: { path: Path; parts: readonly Part[]; hasHelp: boolean }) => (
  <div className="grid">
    {parts.map((part) => (
      <ControlField key={part.name} path={[...path, part.name]} field={part} hasHelp={hasHelp} />
    ))}
  </div>
);

/** What is wrong with a row as a whole. */
function RowFindings({ path }: { readonly path: Path }) {
  return <FindingList id={`${idOf(path)}-findings`} findings={useFindings(path, { kind: 'group' })} />;
}

/** The name by which people know a row: that of its first choice or text. */
function useRowName(parts: readonly Part[]) {
  const { t, forms } = useForm();
  return (row: unknown, item: string, index: number): string => {
    const [first] = parts;
    const value = first && isRecord(row) ? row[first.name] : undefined;
    if (!first || isEmpty(value)) return t('{item} {number}', { item, number: index + 1 });
    const { control } = first;
    const term =
      control.kind === 'choice'
        ? forms.vocabularies[control.vocabulary]?.find(([id]) => id === value)?.[1]
        : undefined;
    return term ?? textOf(value);
  };
}

interface RowsInputProps extends Pick<PlainControlProps, 'path' | 'value' | 'onChange'> {
  readonly control: ControlOf<'rows'>;
}

function RowsInput({ path, control, value, onChange }: RowsInputProps) {
  const { t } = useForm();
  const { parts, item: noun, most } = control;
  const nameRow = useRowName(parts);
  return (
    <ItemList
      items={Array.isArray(value) ? value : []}
      noun={noun}
      most={most}
      className="rows"
      nameItem={(row, index) => nameRow(row, noun, index)}
      onChange={onChange}
    >
      {(_row, index, buttons) => (
        <fieldset>
          <legend>{t('{item} {number}', { item: noun, number: index + 1 })}</legend>
          <RowFindings path={[...path, index]} />
          <GroupParts path={[...path, index]} parts={parts} hasHelp={index === 0} />
          {buttons}
        </fieldset>
      )}
    </ItemList>
  );
}

/** The control of a field that is neither a long text nor a picture. */
export function PlainControl({ path, control, ...props }: PlainControlProps) {
  switch (control.kind) {
    case 'rows':
      return <RowsInput {...props} path={path} control={control} />;
    case 'group':
      return <GroupParts path={path} parts={control.parts} hasHelp />;
    case 'markdown':
    case 'picture':
      return null;
    default:
      return <InputControl {...props} input={control} />;
  }
}
