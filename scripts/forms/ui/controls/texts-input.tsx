/** Several short texts, each in a line of its own. */
import { textOf } from '../../values/values';
import type { ControlProps } from '../field';
import { useForm } from '../form-context';
import { ItemList } from './item-list';
import { TextInput } from './text-input';

export function TextsInput({ input, label, value, onChange, ...props }: ControlProps<'texts'>) {
  const { t } = useForm();
  const items: readonly unknown[] = Array.isArray(value) ? value : [];
  const nameAt = (index: number) => t('{item} {number}', { item: label, number: index + 1 });
  return (
    <ItemList
      items={items}
      noun={label}
      most={input.most}
      className="texts"
      nameItem={(item, index) => textOf(item) || nameAt(index)}
      onChange={onChange}
    >
      {(item, index, buttons) => (
        <>
          <div>
            <TextInput
              {...props}
              id={`${props.id}-${index}`}
              aria-label={nameAt(index)}
              label={label}
              input={{ kind: 'text', most: input.longest }}
              value={item}
              onChange={(text) => onChange(items.with(index, text))}
            />
          </div>
          {buttons}
        </>
      )}
    </ItemList>
  );
}
