import type { IntentBodies } from '../../../domain/panel/intents.js';
import { AboutDto } from './common.dto.js';
import { Flag, Id } from './fields.js';

export class ProposeMergeDto extends AboutDto implements Body<'proposeMerge'> {
  @Id() readonly into!: string;
}

export class AnswerMergeDto extends AboutDto implements Body<'answerMerge'> {
  @Flag() readonly consents!: boolean;
}

export class UnmergeDto extends AboutDto implements Body<'unmerge'> {}

type Body<K extends keyof IntentBodies> = IntentBodies[K];
