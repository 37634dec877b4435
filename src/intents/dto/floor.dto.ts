import type { IntentBodies } from '../../../domain/panel/intents.js';
import { SLOT_MAX_S, SLOT_MIN_S } from '../../../domain/panel/limits.js';
import { IntentDto } from './common.dto.js';
import { Flag, Id, NullOr, OneOf, Optional, RuleId, Text, Whole } from './fields.js';

const KINDS = { topic: true, order: true, reply: true } as const;
const ATTRIBUTIONS = { named: true, role: true } as const;

export class SetFloorDto extends IntentDto implements Body<'setFloor'> {
  @Flag() readonly open!: boolean;
  @Optional() @Whole(SLOT_MIN_S, SLOT_MAX_S) readonly slotSeconds?: number;
}

export class AskToSpeakDto extends IntentDto implements Body<'askToSpeak'> {
  @OneOf(KINDS) readonly kind!: keyof typeof KINDS;
  @Optional() @Id() readonly threadId?: string;
  @Optional() @Text() readonly note?: string;
  @Optional() @OneOf(ATTRIBUTIONS) readonly attribution?: keyof typeof ATTRIBUTIONS;
}

export class LeaveFloorDto extends IntentDto implements Body<'leaveFloor'> {
  @Id() readonly requestId!: string;
}

export class YieldFloorDto extends IntentDto implements Body<'yieldFloor'> {
  @Id() readonly requestId!: string;
}

export class DeclineRequestDto extends IntentDto implements Body<'declineRequest'> {
  @Id() readonly requestId!: string;
  @RuleId() readonly ruleId!: string;
  @Text() readonly note!: string;
}

export class GiveFloorDto extends IntentDto implements Body<'giveFloor'> {
  @Optional() @Id() readonly requestId?: string;
  @NullOr() @Id() readonly after!: string | null;
}

export class EndSpeechDto extends IntentDto implements Body<'endSpeech'> {
  @Id() readonly requestId!: string;
}

type Body<K extends keyof IntentBodies> = IntentBodies[K];
