/** Fields that belong together, once or in rows. */
import { useRef } from 'react';
import { isRecord } from '@/model/json';
import type { GroupControl, Input, Part } from '../../describe/description';
import { idOf, isEmpty, moveItem, textOf, type Path } from '../../values/values';
import { Field, FindingList } from '../field';
import { useFindings, useForm, useValue } from '../form-context';
import { InputControl, isGroupInput, type InputControlProps } from './input-control';
import { RowButtons } from './row-buttons';
import { useItemKeys } from './use-item-keys';

interface PartProps {
  readonly path: Path;
  readonly part: Part;
  /** False in all rows but the first, which has the help for all. */
  readonly hasHelp: boolean;
}

function PartField({ path, part, hasHelp }: PartProps) {
  const { value, change } = useValue(path);
  const { label, help, isRequired, input } = part;
  const findings = useFindings(path, input);
  return (
    <Field
      id={idOf(path)}
      label={label}
      {...(hasHelp && { help })}
      isRequired={isRequired}
      findings={findings}
      isGroup={isGroupInput(input)}
      className={`part-${input.kind}`}
    >
      {(ids) => (
        <InputControl
          {...ids}
          input={input}
          label={label}
          value={value}
          fallback={part.default}
          isRequired={isRequired}
          onChange={change}
        />
      )}
    </Field>
  );
}

const GroupParts = ({ path, parts, hasHelp }: { path: Path; parts: readonly Part[]; hasHelp: boolean }) => (
  <div className="parts">
    {parts.map((part) => (
      <PartField key={part.name} path={[...path, part.name]} part={part} hasHelp={hasHelp} />
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

function RowsInput({
  path,
  control,
}: {
  readonly path: Path;
  readonly control: Extract<GroupControl, { kind: 'rows' }>;
}) {
  const { t } = useForm();
  const { value, change } = useValue(path);
  const holder = useRef<HTMLDivElement>(null);
  const { parts, item, most } = control;
  const rows: readonly unknown[] = Array.isArray(value) ? value : [];
  const { keys, reorder } = useItemKeys(rows.length);
  const nameRow = useRowName(parts);
  const add = () => {
    change([...rows, '']);
    requestAnimationFrame(() =>
      holder.current?.querySelector<HTMLElement>('ol > li:last-child :is(input, select, textarea)')?.focus(),
    );
  };
  return (
    <div ref={holder} data-rows className="rows">
      <ol>
        {rows.map((row, index) => (
          <li key={keys[index]}>
            <fieldset>
              <legend>{t('{item} {number}', { item, number: index + 1 })}</legend>
              <RowFindings path={[...path, index]} />
              <GroupParts path={[...path, index]} parts={parts} hasHelp={index === 0} />
              <RowButtons
                name={nameRow(row, item, index)}
                index={index}
                length={rows.length}
                onMove={(by) => {
                  reorder((before) => moveItem(before, index, by));
                  change(moveItem(rows, index, by));
                }}
                onRemove={() => {
                  reorder((before) => before.toSpliced(index, 1));
                  change(rows.toSpliced(index, 1));
                }}
              />
            </fieldset>
          </li>
        ))}
      </ol>
      {rows.length < most ? (
        <button type="button" data-add onClick={add}>
          {t('Add: {item}', { item })}
        </button>
      ) : (
        <p className="help">{t('At most {most}: to add another, remove one first.', { most })}</p>
      )}
    </div>
  );
}

interface PlainControlProps extends Omit<InputControlProps, 'input' | 'value' | 'onChange'> {
  readonly path: Path;
  readonly control: Input | GroupControl;
}

/** The control of a field that leads nowhere else. */
export function PlainControl({ path, control, ...props }: PlainControlProps) {
  const { value, change } = useValue(path);
  if (control.kind === 'rows') return <RowsInput path={path} control={control} />;
  if (control.kind === 'group') return <GroupParts path={path} parts={control.parts} hasHelp />;
  return <InputControl {...props} input={control} value={value} onChange={change} />;
}
