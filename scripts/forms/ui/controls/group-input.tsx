/** Fields that belong together, once or in rows. */
import { isRecord } from '@/model/json';
import type { ControlOf, GroupControl, Part } from '../../describe/description';
import { idOf, isEmpty, textOf, type Path } from '../../values/values';
import { Field, FindingList } from '../field';
import { useFindings, useForm, useValue } from '../form-context';
import { InputControl, isGroupInput, type InputControlProps } from './input-control';
import { ItemList } from './item-list';

interface PlainFieldProps {
  readonly path: Path;
  readonly field: Omit<Part, 'input'> & Pick<PlainControlProps, 'input'>;
  /** False in all rows but the first, which has the help for all. */
  readonly hasHelp?: boolean;
  /** True where the page around the form shows the name and the help. */
  readonly isNamedOutside?: boolean;
}

/** A field that is neither a long text nor a picture, or a part of a group. */
export function PlainField({ path, field, hasHelp = true, isNamedOutside = false }: PlainFieldProps) {
  const { label, help, isRequired, input } = field;
  return (
    <Field
      id={idOf(path)}
      {...{ label, isRequired, isNamedOutside }}
      {...(hasHelp && { help })}
      isGroup={isGroupInput(input)}
      findings={useFindings(path, input)}
    >
      {(ids) => <PlainControl {...ids} {...{ path, input, label, isRequired }} fallback={field.default} />}
    </Field>
  );
}

const GroupParts = ({ path, parts, hasHelp }: { path: Path; parts: readonly Part[]; hasHelp: boolean }) => (
  <div className="parts">
    {parts.map((part) => (
      <PlainField key={part.name} path={[...path, part.name]} field={part} hasHelp={hasHelp} />
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
    const { input } = first;
    const term =
      input.kind === 'choice'
        ? forms.vocabularies[input.vocabulary]?.find(([id]) => id === value)?.[1]
        : undefined;
    return term ?? textOf(value);
  };
}

interface RowsInputProps {
  readonly path: Path;
  readonly control: ControlOf<'rows'>;
}

function RowsInput({ path, control }: RowsInputProps) {
  const { t } = useForm();
  const { value, change } = useValue(path);
  const { parts, item: noun, most } = control;
  const nameRow = useRowName(parts);
  return (
    <ItemList
      items={Array.isArray(value) ? value : []}
      noun={noun}
      most={most}
      className="rows"
      nameItem={(row, index) => nameRow(row, noun, index)}
      onChange={change}
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

interface PlainControlProps extends Omit<InputControlProps, 'input' | 'value' | 'onChange'> {
  readonly path: Path;
  readonly input: InputControlProps['input'] | GroupControl;
}

/** The control of a field that is neither a long text nor a picture. */
export function PlainControl({ path, input, ...props }: PlainControlProps) {
  const { value, change } = useValue(path);
  if (input.kind === 'rows') return <RowsInput path={path} control={input} />;
  if (input.kind === 'group') return <GroupParts path={path} parts={input.parts} hasHelp />;
  return <InputControl {...props} input={input} value={value} onChange={change} />;
}
