import { useId, type InputHTMLAttributes, type ReactNode, type TextareaHTMLAttributes } from 'react';

interface Described {
  readonly label: ReactNode;
  /** Drawn for screen readers only, where the place says it. */
  readonly isLabelUnseen?: boolean;
  readonly description?: ReactNode;
  readonly error?: ReactNode;
}

export interface TextFieldProps
  extends Described, Omit<InputHTMLAttributes<HTMLInputElement>, 'value' | 'onChange' | 'id' | 'className'> {
  readonly value: string;
  readonly onChange: (value: string) => void;
}

export function TextField({ label, isLabelUnseen, description, error, value, onChange, ...rest }: TextFieldProps) {
  const id = useId();

  return (
    <Field {...{ id, label, description, error }} isLabelUnseen={isLabelUnseen ?? false}>
      <input
        {...fromFirstLetter(value)}
        {...rest}
        {...described(id, description, error)}
        id={id}
        className="input"
        value={value}
        onChange={(event) => onChange(event.target.value)}
      />
    </Field>
  );
}

export interface TextAreaProps
  extends Described, Omit<TextareaHTMLAttributes<HTMLTextAreaElement>, 'value' | 'onChange' | 'id' | 'className'> {
  readonly value: string;
  readonly onChange: (value: string) => void;
  readonly inputRef?: React.Ref<HTMLTextAreaElement>;
}

export function TextArea(props: TextAreaProps) {
  const { label, isLabelUnseen, description, error, value, onChange, inputRef, ...rest } = props;
  const id = useId();

  return (
    <Field {...{ id, label, description, error }} isLabelUnseen={isLabelUnseen ?? false}>
      <textarea
        {...fromFirstLetter(value)}
        rows={3}
        {...rest}
        {...described(id, description, error)}
        ref={inputRef}
        id={id}
        className="input"
        value={value}
        onChange={(event) => onChange(event.target.value)}
      />
    </Field>
  );
}

/** Before the first letter the placeholder stands as the page does. */
function fromFirstLetter(value: string): { readonly dir?: 'auto' } {
  return value === '' ? {} : { dir: 'auto' };
}

export interface SelectProps<V extends string> extends Described {
  readonly value: V;
  readonly onChange: (value: V) => void;
  readonly options: readonly { readonly value: V; readonly label: string; readonly lang?: string }[];
  readonly isDisabled?: boolean;
}

/** The system’s own list: it knows every phone, every screen reader and every size of text. */
export function Select<V extends string>(props: SelectProps<V>) {
  const { label, isLabelUnseen, description, error, value, onChange, options, isDisabled = false } = props;
  const id = useId();

  return (
    <Field {...{ id, label, description, error }} isLabelUnseen={isLabelUnseen ?? false}>
      <select
        {...described(id, description, error)}
        id={id}
        className="input"
        disabled={isDisabled}
        value={value}
        onChange={(event) => {
          const chosen = options.find((option) => option.value === event.target.value);
          if (chosen) onChange(chosen.value);
        }}
      >
        {options.map((option) => (
          <option key={option.value} value={option.value} lang={option.lang}>
            {option.label}
          </option>
        ))}
      </select>
    </Field>
  );
}

interface FieldProps extends Required<Pick<Described, 'label' | 'isLabelUnseen'>> {
  readonly id: string;
  readonly description: ReactNode;
  readonly error: ReactNode;
  readonly children: ReactNode;
}

function Field({ id, label, isLabelUnseen, description, error, children }: FieldProps) {
  return (
    <div className="field">
      <label htmlFor={id} className={isLabelUnseen ? 'unseen' : undefined}>
        {label}
      </label>
      {children}
      {description && (
        <p id={`${id}-description`} className="hint">
          {description}
        </p>
      )}
      {error && (
        <p id={`${id}-error`} className="error" role="alert">
          {error}
        </p>
      )}
    </div>
  );
}

function described(id: string, description: ReactNode, error: ReactNode) {
  const by = [description && `${id}-description`, error && `${id}-error`].filter(Boolean).join(' ');
  return { ...(by ? { 'aria-describedby': by } : {}), ...(error ? { 'aria-invalid': true } : {}) };
}
