/** Fields that belong together. */
import type { Part } from '@scripts/forms/describe/description';
import { useWords } from '../../language';
import { PartInput } from './part-input';
import { isEmpty, withPart, type RowValues } from '../value';

interface GroupProps {
  readonly parts: readonly Part[];
  readonly group: RowValues;
  readonly isDisabled: boolean;
  readonly hasHelp: boolean;
  /** True if the group may be empty. */
  readonly isOptional: boolean;
  readonly onChange: (group: RowValues) => void;
}

export function GroupInput({ parts, group, isDisabled, hasHelp, isOptional, onChange }: GroupProps) {
  const { t } = useWords();
  const known = new Set(parts.map(({ name }) => name));
  const others = Object.keys(group).filter((name) => !known.has(name));
  return (
    <div className="group">
      {parts.map((part) => (
        <PartInput
          key={part.name}
          part={part}
          value={group[part.name]}
          isDisabled={isDisabled}
          hasHelp={hasHelp}
          isUntouched={isOptional && isEmpty(group)}
          onChange={(value) => onChange(withPart(group, part.name, value))}
        />
      ))}
      {others.length > 0 && (
        <p className="problem">
          {t('More is stored here than the form shows: {names}. It stays.', { names: others.join(', ') })}
        </p>
      )}
    </div>
  );
}
