import type { IntentBodies } from '../../../domain/panel/intents.js';
import { AboutDto } from './common.dto.js';
import { Id, Ids, Lang, Optional, Text, Time } from './fields.js';

/** More people than any table seats. */
const RESPONDENTS_MAX = 50;

export class PoseDto extends AboutDto implements Body<'pose'> {
  @Optional() @Ids(RESPONDENTS_MAX) readonly respondents?: readonly string[];
  @Optional() @Time() readonly answerBy?: number;
}

export class UnposeDto extends AboutDto implements Body<'unpose'> {}

export class AnswerDto extends AboutDto implements Body<'answer'> {
  @Text() readonly text!: string;
  @Lang() readonly lang!: string;
}

export class MarkAnsweredDto extends AboutDto implements Body<'markAnswered'> {
  @Optional() @Id() readonly by?: string;
}

export class ReopenQuestionDto extends AboutDto implements Body<'reopenQuestion'> {}
export class PinDto extends AboutDto implements Body<'pin'> {}
export class UnpinDto extends AboutDto implements Body<'unpin'> {}

type Body<K extends keyof IntentBodies> = IntentBodies[K];
