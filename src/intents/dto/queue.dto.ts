import type { GroupTerms } from '../../../domain/panel/events.js';
import type { IntentBodies } from '../../../domain/panel/intents.js';
import { FLOOR_MAX, FLOOR_MIN, GROUPS_MAX, SOURCE_MAX } from '../../../domain/amplify/groups/terms.js';
import { IntentDto } from './common.dto.js';
import { Amount, Each, Flag, NullOr, Optional, Shorter, Text, Whole } from './fields.js';

const EVERY_MAX = 100;
const TURNS_MAX = 100;
const MINUTES_MAX = 1_440;
const AXIS_MAX = 40;

export class GroupTermsDto implements GroupTerms {
  @Shorter(AXIS_MAX) readonly id!: string;
  @Text() readonly title!: string;
  @Whole(FLOOR_MIN, FLOOR_MAX) readonly floor!: number;
  @NullOr() @Shorter(AXIS_MAX) readonly axis!: string | null;
  @Flag() readonly sensitive!: boolean;
  @NullOr() @Shorter(SOURCE_MAX) readonly source!: string | null;
}

export class SetQueueDto extends IntentDto implements Body<'setQueue'> {
  @Optional() @Whole(0, EVERY_MAX) readonly every?: number;
  @Optional() @Amount(0, TURNS_MAX) readonly newcomerGuard?: number;
  @Optional() @Amount(0, TURNS_MAX) readonly owedFrom?: number;
  @Optional() @Amount(0, TURNS_MAX) readonly owedAtMost?: number;
  @Optional() @Whole(0, MINUTES_MAX) readonly minutesPerTurn?: number;
  @Optional() @Flag() readonly absentAccrual?: boolean;
  @Optional() @Each(GroupTermsDto, GROUPS_MAX) readonly groups?: readonly GroupTermsDto[];
}

type Body<K extends keyof IntentBodies> = IntentBodies[K];
