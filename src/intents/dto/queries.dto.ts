import type { Queries } from '../../../domain/wire/protocol.js';
import { Id, Ids, Optional, PageSize, Seq } from './fields.js';

/** What anybody can vote on before the first vote arrives. */
const HOLDING_MAX = 500;

class QueryDto {
  @Id() readonly panelId!: string;
}

export class JoinDto extends QueryDto implements Body<'join'> {
  @Optional() @Seq() readonly after?: number;
}

export class LeaveDto extends QueryDto implements Body<'leave'> {}

export class ReadRecordDto extends QueryDto implements Body<'readRecord'> {
  @Seq() readonly after!: number;
  @Optional() @PageSize() readonly limit?: number;
}

export class OpenDeskDto extends QueryDto implements Body<'openDesk'> {}
export class CloseDeskDto extends QueryDto implements Body<'closeDesk'> {}
export class MineDto extends QueryDto implements Body<'mine'> {}

export class NextCardDto extends QueryDto implements Body<'nextCard'> {
  @Optional() @Ids(HOLDING_MAX) readonly holding?: readonly string[];
}

type Body<K extends keyof Queries> = Queries[K]['body'];
