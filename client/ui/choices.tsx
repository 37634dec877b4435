import type { LucideIcon } from 'lucide-react';
import { Label, Radio, RadioGroup, Switch } from 'react-aria-components';

export interface ChoicesProps<V extends string> {
  readonly label: string;
  readonly isLabelUnseen?: boolean;
  readonly value: V | null;
  readonly onChange: (value: V) => void;
  readonly options: readonly {
    readonly value: V;
    readonly label: string;
    readonly icon?: LucideIcon;
    readonly hint?: string;
    readonly lang?: string;
  }[];
  readonly isDisabled?: boolean;
  /** `row`: short words beside one another. `list`: one below the other, each with its hint. */
  readonly shape?: 'row' | 'list';
}

/** One of a few, all in sight. */
export function Choices<V extends string>(props: ChoicesProps<V>) {
  const { label, isLabelUnseen = false, value, onChange, options, isDisabled = false, shape = 'row' } = props;

  return (
    <RadioGroup
      className={`choices ${shape}`}
      value={value}
      isDisabled={isDisabled}
      orientation={shape === 'row' ? 'horizontal' : 'vertical'}
      onChange={(chosen) => {
        const option = options.find((one) => one.value === chosen);
        if (option) onChange(option.value);
      }}
    >
      <Label className={isLabelUnseen ? 'unseen' : 'label'}>{label}</Label>
      <div className="choices-options">
        {options.map(({ value: each, label: name, icon: Icon, hint, lang }) => (
          <Radio key={each} value={each} className="choice">
            {Icon && <Icon aria-hidden size="1.15em" />}
            <span>
              <span lang={lang}>{name}</span>
              {hint && <small>{hint}</small>}
            </span>
          </Radio>
        ))}
      </div>
    </RadioGroup>
  );
}

export interface ToggleProps {
  readonly label: string;
  readonly hint?: string;
  readonly isOn: boolean;
  readonly onChange: (isOn: boolean) => void;
  readonly isDisabled?: boolean;
}

export function Toggle({ label, hint, isOn, onChange, isDisabled = false }: ToggleProps) {
  return (
    <Switch className="toggle" isSelected={isOn} onChange={onChange} isDisabled={isDisabled}>
      <span className="toggle-track" aria-hidden />
      <span>
        {label}
        {hint && <small>{hint}</small>}
      </span>
    </Switch>
  );
}
