/** The properties of every control. */
export interface ControlProps<C> {
  readonly control: C;
  readonly label: string;
  readonly value: unknown;
  readonly isDisabled: boolean;
  readonly isRequired: boolean;
  readonly describedBy: string;
  readonly onChange: (value: unknown) => void;
}
