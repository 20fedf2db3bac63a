/** Decap's controls, which show the model's findings beside each field, and the original beside a translation. */
import { isLocale } from '@/i18n/locales';
import { findFieldErrors, hasFault, type CheckedProps } from './field-faults.client';
import { fieldPath, rememberItems } from './field-path.client';
import { readFormEntry } from './form-entry.client';
import { createClass, h, type ControlClass, type ControlInstance } from '../page/react.client';
import { renderSource } from './source-text.client';

interface ControlOwnProps extends CheckedProps {
  readonly value: unknown;
  readonly onChange: (value: unknown, ...more: readonly unknown[]) => void;
  readonly getAsset: (...asked: readonly unknown[]) => unknown;
  readonly onValidateObject: (id: string, errors: readonly object[]) => void;
}

/** Fields that a copy doesn't have, by their path; `posted` is set again. */
const clearedInCopies = new Set([
  'posted',
  'closes',
  'starts',
  'ends',
  'reviewBy',
  'lastVerified',
  'confirmedOn',
  'verifiedOn',
  'featured',
]);

const clearedTexts = ['slug', 'formerSlugs', 'shortSlug'];

interface ImmutableGroup {
  readonly delete: (key: string) => ImmutableGroup;
}

/** Fields that were cleared since the page of this copy was opened. */
const cleared = new Set<string>();
addEventListener('hashchange', () => cleared.clear());

/** Clears a field of a copy, once: what is typed afterwards stays. */
function clearInCopy({ props }: { readonly props: ControlOwnProps }): void {
  const path = fieldPath(props).join('.');
  if (cleared.has(path) || !readFormEntry(props.getEntry()).isCopy) return;
  cleared.add(path);
  const { field, value, onChange } = props;
  if (path === 'status' || clearedInCopies.has(path)) onChange(field.get('default') ?? null);
  else if (isLocale(path) && value)
    onChange(clearedTexts.reduce((group, name) => group.delete(name), value as ImmutableGroup));
}

const isEmpty = (value: unknown) =>
  value === undefined ||
  value === null ||
  value === '' ||
  (typeof value === 'object' && Reflect.get(value, 'size') === 0);

const isSame = (value: unknown, before: unknown) =>
  (isEmpty(value) && isEmpty(before)) || value === before || JSON.stringify(value) === JSON.stringify(before);

interface FieldControl {
  readonly props: ControlOwnProps;
  inner: { readonly focus?: (path?: string) => void } | null;
}

/** Wraps the control of a single field. */
function wrapField(inner: ControlClass): ControlClass {
  return createClass({
    /** Decap calls it when an entry is saved. */
    isValid(this: FieldControl) {
      const [error] = findFieldErrors(this.props, true);
      return error ? { error } : true;
    },
    /** Decap checks nothing itself: its messages don't say what to do. */
    getValidateValue: () => ' ',
    focus(this: FieldControl, path?: string) {
      if (this.inner?.focus) this.inner.focus(path);
      else document.getElementById(this.props.forID)?.focus();
    },
    shouldComponentUpdate: () => true,
    componentDidMount(this: FieldControl) {
      clearInCopy(this);
    },
    render(this: FieldControl) {
      const ref = (control: FieldControl['inner']) => (this.inner = control);
      const source = renderSource(this.props);
      // Decap’s control of pictures shows one that was loaded meanwhile only where this function is another.
      const isPicture = this.props.field.get('widget') === 'image';
      const getAsset = (...asked: readonly unknown[]) => this.props.getAsset(...asked);
      // Choices set their own value again, or an empty list for none, once their terms are there: that is no change.
      const onChange = (value: unknown, ...more: readonly unknown[]) => {
        if (!isSame(value, this.props.value)) this.props.onChange(value, ...more);
      };
      const own = { ...this.props, ...(isPicture && { getAsset }), onChange, ref };
      return h('div', { className: 'with-source' }, h('div', {}, h(inner, own)), source);
    },
  });
}

/** A group, which unfolds if something in it is wrong. */
function extendGroup(Inner: ControlClass): ControlClass {
  return class GroupControl extends (Inner as new (props: object) => ControlInstance) {
    private readonly validateParts = this.validate;

    constructor(props: object) {
      super(props);
      this.validate = () => {
        const own = this.props as ControlOwnProps;
        this.validateParts?.();
        own.onValidateObject(own.forID, findFieldErrors(own, false));
        if (hasFault(own)) this.setState?.({ collapsed: false });
      };
    }

    componentDidMount() {
      clearInCopy(this as unknown as FieldControl);
    }
  };
}

/** A list, whose items are known by their position. */
function extendList(Inner: ControlClass): ControlClass {
  return class ListControl extends (Inner as new (props: object) => ControlInstance) {
    validateSize: unknown;

    constructor(props: object) {
      super(props);
      this.validateSize = () => findFieldErrors(this.props as ControlOwnProps, false);
    }

    override render() {
      rememberItems((this.state as { readonly keys?: readonly string[] }).keys ?? []);
      return super.render();
    }
  };
}

/** Returns our control for one of Decap's widgets. */
export function extendControl(name: string, control: ControlClass): ControlClass {
  const extend = name === 'object' ? extendGroup : name === 'list' ? extendList : wrapField;
  return extend(control);
}
