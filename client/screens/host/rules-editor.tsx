import { ArrowDown, ArrowUp, Plus, Trash2 } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import type { HouseRule } from '../../../domain/panel/events.js';
import { RULES_MAX } from '../../../domain/panel/limits.js';
import { Button, IconButton } from '../../ui/button.js';
import { TextArea, TextField } from '../../ui/fields.js';

export interface RulesEditorProps {
  readonly rules: readonly HouseRule[];
  readonly error?: string | undefined;
  readonly onChange: (rules: readonly HouseRule[]) => void;
}

/** A rule keeps its id whatever is changed about it: decisions name it. */
export function RulesEditor({ rules, error, onChange }: RulesEditorProps) {
  const { t } = useTranslation(['host', 'common']);
  return (
    <div className="host-stack">
      <ol className="host-rules">
        {rules.map((rule, i) => (
          <OneRule key={rule.id} rules={rules} index={i} rule={rule} onChange={onChange} />
        ))}
      </ol>
      {error && (
        <p className="error" role="alert">
          {error}
        </p>
      )}
      <div className="row">
        <Button
          icon={Plus}
          isDisabled={rules.length >= RULES_MAX}
          onPress={() => onChange([...rules, { id: newRuleId(), title: '', text: '' }])}
        >
          {t('rule-add')}
        </Button>
      </div>
    </div>
  );
}

interface OneRuleProps extends Pick<RulesEditorProps, 'rules' | 'onChange'> {
  readonly rule: HouseRule;
  readonly index: number;
}

function OneRule({ rules, rule, index, onChange }: OneRuleProps) {
  const { t } = useTranslation(['host', 'common']);
  const change = (part: Partial<HouseRule>) => onChange(rules.with(index, { ...rule, ...part }));
  const move = (by: number) => {
    const others = rules.toSpliced(index, 1);
    onChange(others.toSpliced(index + by, 0, rule));
  };
  const count = index + 1;

  return (
    <li>
      <div className="host-rule-head">
        <span className="label">{t('rule', { count })}</span>
        <span>
          <IconButton
            icon={ArrowUp}
            label={t('rule-up', { count })}
            isDisabled={index === 0}
            onPress={() => move(-1)}
          />
          <IconButton
            icon={ArrowDown}
            label={t('rule-down', { count })}
            isDisabled={index === rules.length - 1}
            onPress={() => move(1)}
          />
          <IconButton
            icon={Trash2}
            label={t('rule-remove', { count })}
            isDisabled={rules.length === 1}
            onPress={() => onChange(rules.toSpliced(index, 1))}
          />
        </span>
      </div>
      <TextField
        label={t('rule-title')}
        isLabelUnseen
        placeholder={t('rule-title')}
        value={rule.title}
        onChange={(title) => change({ title })}
      />
      <TextArea
        label={t('rule-text')}
        isLabelUnseen
        placeholder={t('rule-text')}
        value={rule.text}
        onChange={(text) => change({ text })}
      />
    </li>
  );
}

function newRuleId(): string {
  return `rule-${crypto.randomUUID().slice(0, 8)}`;
}
