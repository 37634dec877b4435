import type { IntentBodies } from '../../../domain/panel/intents.js';
import { AboutDto } from './common.dto.js';
import { OneOf, Optional, RuleId, Text } from './fields.js';

export class PublishDto extends AboutDto implements Body<'publish'> {
  @Optional() @Text() readonly note?: string;
}

export class EscalateDto extends AboutDto implements Body<'escalate'> {
  @Text() readonly note!: string;
}

export class DeclineDto extends AboutDto implements Body<'decline'> {
  @RuleId() readonly ruleId!: string;
  @Optional() @Text() readonly note?: string;
}

export class AskToReviseDto extends AboutDto implements Body<'askToRevise'> {
  @Optional() @RuleId() readonly ruleId?: string;
  @Text() readonly note!: string;
}

export class UndoDecisionDto extends AboutDto implements Body<'undoDecision'> {}

export class ReverseDecisionDto extends AboutDto implements Body<'reverseDecision'> {
  @OneOf({ publish: true, decline: true }) readonly verdict!: 'publish' | 'decline';
  @Optional() @RuleId() readonly ruleId?: string;
  @Text() readonly note!: string;
}

export class RedactDto extends AboutDto implements Body<'redact'> {
  @RuleId() readonly ruleId!: string;
  @Optional() @Text() readonly note?: string;
}

type Body<K extends keyof IntentBodies> = IntentBodies[K];
