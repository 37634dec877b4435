import type { IntentBodies } from '../../../domain/panel/intents.js';
import { IntentDto, ThreadIntentDto } from './common.dto.js';
import { Lang, Optional, RuleId, Text } from './fields.js';

export class OpenThreadDto extends IntentDto implements Body<'openThread'> {
  @Text() readonly title!: string;
  @Optional() @Lang() readonly lang?: string;
}

export class ProposeThreadDto extends IntentDto implements Body<'proposeThread'> {
  @Text() readonly title!: string;
  @Optional() @Lang() readonly lang?: string;
}

export class AcceptThreadDto extends ThreadIntentDto implements Body<'acceptThread'> {}

export class DeclineThreadDto extends ThreadIntentDto implements Body<'declineThread'> {
  @RuleId() readonly ruleId!: string;
  @Optional() @Text() readonly note?: string;
}

export class RenameThreadDto extends ThreadIntentDto implements Body<'renameThread'> {
  @Text() readonly title!: string;
}

export class CloseThreadDto extends ThreadIntentDto implements Body<'closeThread'> {}
export class ReopenThreadDto extends ThreadIntentDto implements Body<'reopenThread'> {}

type Body<K extends keyof IntentBodies> = IntentBodies[K];
