import type { IntentBodies } from '../../../domain/panel/intents.js';
import { AboutDto, IntentDto } from './common.dto.js';

export class TakeNextDto extends IntentDto implements Body<'takeNext'> {}
export class TakeDto extends AboutDto implements Body<'take'> {}
export class RenewLeaseDto extends AboutDto implements Body<'renewLease'> {}
export class ReleaseDto extends AboutDto implements Body<'release'> {}

type Body<K extends keyof IntentBodies> = IntentBodies[K];
