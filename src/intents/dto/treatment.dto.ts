import type { Screen } from '../../../domain/panel/events.js';
import type { IntentBodies } from '../../../domain/panel/intents.js';
import { BULK_MAX } from '../../../domain/panel/limits.js';
import { AboutDto, IntentDto } from './common.dto.js';
import { Id, Ids, OneOf, Optional, RuleId, SomeOf, Text } from './fields.js';

const SCREENS: Readonly<Record<Screen, true>> = {
  length: true,
  links: true,
  repeats: true,
  words: true,
  newcomers: true,
};

type AppealOutcome = Body<'answerAppeal'>['outcome'];
const OUTCOMES: Readonly<Record<AppealOutcome, true>> = { confirmed: true, modified: true, overturned: true };

export class SetTreatmentDto extends IntentDto implements Body<'setTreatment'> {
  @Optional() @OneOf({ on: true, off: true }) readonly secondLook?: 'on' | 'off';
  @Optional() @OneOf({ publish: true, third: true }) readonly differ?: 'publish' | 'third';
  @Optional() @SomeOf(SCREENS) readonly screening?: readonly Screen[];
}

export class AppealDto extends AboutDto implements Body<'appeal'> {
  @Optional() @Text() readonly note?: string;
}

export class AnswerAppealDto extends AboutDto implements Body<'answerAppeal'> {
  @OneOf(OUTCOMES) readonly outcome!: AppealOutcome;
  @Optional() @RuleId() readonly ruleId?: string;
  @Text() readonly answer!: string;
}

export class NoteItemDto extends AboutDto implements Body<'noteItem'> {
  @Text() readonly note!: string;
}

export class RecuseDto extends AboutDto implements Body<'recuse'> {}

export class DecideManyDto extends IntentDto implements Body<'decideMany'> {
  @Ids(BULK_MAX) readonly contributionIds!: readonly string[];
  @OneOf({ publish: true, decline: true }) readonly verdict!: 'publish' | 'decline';
  @Optional() @RuleId() readonly ruleId?: string;
  @Optional() @Text() readonly note?: string;
}

export class UndoManyDto extends IntentDto implements Body<'undoMany'> {
  @Id() readonly bulk!: string;
  @Optional() @RuleId() readonly ruleId?: string;
  @Optional() @Text() readonly note?: string;
}

type Body<K extends keyof IntentBodies> = IntentBodies[K];
