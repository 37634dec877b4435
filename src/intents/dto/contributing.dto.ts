import type { Attribution, Choice, Kind } from '../../../domain/panel/events.js';
import type { IntentBodies } from '../../../domain/panel/intents.js';
import { AboutDto, IntentDto } from './common.dto.js';
import { Id, Lang, OneOf, Optional, Text } from './fields.js';

const KINDS: Readonly<Record<Kind, true>> = { question: true, comment: true, reply: true };
const ATTRIBUTIONS: Readonly<Record<Attribution, true>> = { named: true, role: true };
const CHOICES: Readonly<Record<Choice, true>> = { agree: true, pass: true, disagree: true };

export class SubmitDto extends IntentDto implements Body<'submit'> {
  @Id() readonly threadId!: string;
  @Optional() @Id() readonly parentId?: string;
  @OneOf(KINDS) readonly kind!: Kind;
  @Text() readonly text!: string;
  @Lang() readonly lang!: string;
  @Optional() @OneOf(ATTRIBUTIONS) readonly attribution?: Attribution;
}

export class EditDto extends AboutDto implements Body<'edit'> {
  @Text() readonly text!: string;
  @Optional() @Lang() readonly lang?: string;
}

export class ResubmitDto extends AboutDto implements Body<'resubmit'> {
  @Text() readonly text!: string;
  @Optional() @Lang() readonly lang?: string;
}

export class WithdrawDto extends AboutDto implements Body<'withdraw'> {}

export class RenderDto extends AboutDto implements Body<'render'> {
  @Lang() readonly lang!: string;
  @Text() readonly text!: string;
}

export class CastVoteDto extends AboutDto implements Body<'castVote'> {
  @OneOf(CHOICES) readonly choice!: Choice;
}

type Body<K extends keyof IntentBodies> = IntentBodies[K];
