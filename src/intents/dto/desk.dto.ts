import type { IntentBodies } from '../../../domain/panel/intents.js';
import { PASSING_MAX } from '../../../domain/panel/limits.js';
import { AboutDto, IntentDto } from './common.dto.js';
import { Ids, Optional } from './fields.js';

export class TakeNextDto extends IntentDto implements Body<'takeNext'> {
  @Optional() @Ids(PASSING_MAX) readonly passing?: readonly string[];
}

export class TakeDto extends AboutDto implements Body<'take'> {}
export class RenewLeaseDto extends AboutDto implements Body<'renewLease'> {}
export class ReleaseDto extends AboutDto implements Body<'release'> {}

type Body<K extends keyof IntentBodies> = IntentBodies[K];
