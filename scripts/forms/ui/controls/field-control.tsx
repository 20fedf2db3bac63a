/** The control of a whole field, by its kind. */
import type { EntryField } from '../../describe/description';
import type { Path } from '../../values/values';
import type { ControlProps } from '../field';
import { useValue } from '../form-context';
import { PlainControl } from './group-input';
import { MarkdownInput } from './markdown-input';
import { PictureInput } from './picture-input';

interface FieldControlProps extends Pick<ControlProps<'text'>, 'id' | 'describedBy' | 'label' | 'lang'> {
  readonly path: Path;
  readonly field: EntryField;
}

export function FieldControl({ path, field, ...ids }: FieldControlProps) {
  const { value, change } = useValue(path);
  const { control, isRequired, default: fallback } = field;
  const props = { ...ids, isRequired, fallback };
  if (control.kind === 'markdown')
    return <MarkdownInput {...props} input={control} value={value} onChange={change} />;
  if (control.kind === 'picture')
    return <PictureInput {...props} input={control} value={value} onChange={change} />;
  return <PlainControl {...props} path={path} input={control} />;
}
