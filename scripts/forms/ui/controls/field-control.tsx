/** The control of a whole field, by its kind. */
import type { Locale } from '@/i18n/locales';
import type { EntryField } from '../../describe/description';
import type { Path } from '../../values/values';
import type { ControlIds } from '../field';
import { useValue } from '../form-context';
import { PlainControl } from './group-input';
import { MarkdownInput } from './markdown-input';
import { PictureInput } from './picture-input';
import { ReferenceInput, ReferencesInput } from './reference-input';

interface FieldControlProps extends ControlIds {
  readonly path: Path;
  readonly field: EntryField;
  readonly label: string;
  readonly lang?: Locale;
}

export function FieldControl({ path, field, label, lang, ...ids }: FieldControlProps) {
  const { value, change } = useValue(path);
  const { control, isRequired } = field;
  const common = { ...ids, label, value };
  switch (control.kind) {
    case 'markdown':
      return (
        <MarkdownInput
          {...common}
          most={control.most}
          lang={lang ?? ''}
          isRequired={isRequired}
          onChange={change}
        />
      );
    case 'picture':
      return <PictureInput {...common} onChange={change} />;
    case 'reference':
      return <ReferenceInput {...common} to={control.to} isRequired={isRequired} onChange={change} />;
    case 'references':
      return <ReferencesInput {...common} to={control.to} most={control.most} onChange={change} />;
    default:
      return (
        <PlainControl
          {...ids}
          path={path}
          control={control}
          label={label}
          fallback={field.default}
          lang={lang}
          isRequired={isRequired}
        />
      );
  }
}
