import { applyDecorators } from '@nestjs/common';
import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { IsIn, IsOptional, IsString, Matches, MaxLength } from 'class-validator';
import { ROLES, type Role } from '../../domain/panel/roles.js';
import { refuse } from './refused.js';
import { SEQ_MAX, TIME_MAX, UUID, Whole } from './shaped.js';

/** Entries a page: also the size of the pages that can be kept for ever. */
export const PAGE = 500;

export class StretchQuery {
  @Whole({ description: 'The last seq held: entries after it, oldest first. 0 when neither cursor is given.' })
  after?: number;

  @Whole({ min: 1, description: 'Instead of `after`: the last entries before this seq, oldest first.' })
  before?: number;

  @Whole({ min: 1, max: PAGE, description: 'At most so many entries.' })
  limit: number = PAGE;
}

export class PageQuery {
  @Whole({ description: '`erasures` as in the panel’s `pages`.' })
  v?: number;

  @ApiPropertyOptional({
    description:
      '`epoch` of the panel: a restored forum has another one, so only a page asked for with it is kept for ever.',
  })
  @IsOptional()
  @IsString()
  epoch?: string;
}

export class SnapshotQuery {
  @Whole({ min: 1, max: 5_000, description: 'The latest so many contributions, with all that they answer.' })
  latest: number = 200;
}

export class HistogramQuery {
  @Whole({ min: 1, max: 1_000, description: 'Into how many equal stretches of time the record is divided.' })
  buckets: number = 120;
}

export class WindowQuery {
  @Whole({ max: TIME_MAX, description: 'Entries at or after this instant, ms since 1970.' })
  from: number = 0;

  @Whole({ max: TIME_MAX, description: 'Entries before this instant, ms since 1970.' })
  to: number = TIME_MAX;

  @Whole({ min: 1, max: PAGE, description: 'At most so many entries.' })
  limit: number = PAGE;
}

export class SearchQuery {
  @Words()
  q!: string;

  @Whole({ min: 1, description: 'Only contributions before this seq.' })
  before: number = SEQ_MAX;

  @Whole({ min: 1, max: 100, description: 'At most so many hits, newest first.' })
  limit: number = 50;
}

export class AllSearchQuery {
  @Words()
  q!: string;

  @ApiPropertyOptional({ type: 'string', format: 'uuid', description: 'Only panels of this forum.' })
  @IsOptional()
  @Matches(UUID, { message: 'forumId must be a UUID in lower case.' })
  forumId?: string;

  @ApiPropertyOptional({ type: 'string', description: '`next` of the page before.' })
  @IsOptional()
  @MaxLength(200, { message: 'before must be what `next` said.' })
  @IsString({ message: 'before must be what `next` said.' })
  before?: string;

  @Whole({ min: 1, max: 50, description: 'At most so many hits, newest first.' })
  limit: number = 20;
}

export class SeatsQuery {
  @ApiPropertyOptional({ enum: ROLES, description: 'Only who holds this role.' })
  @IsOptional()
  @IsIn(ROLES, { message: 'role must be one of the roles.' })
  role?: Role;
}

export class FollowQuery {
  @Whole({ description: 'The last seq held.' })
  after: number = 0;

  @Whole({ max: 25, description: 'How long to wait for more, seconds.' })
  wait: number = 25;
}

export class PeopleQuery {
  @ApiProperty({ description: 'Seats as they stand in entries, separated by commas. At most 200.' })
  @Matches(/^[0-9a-f-]{36}(,[0-9a-f-]{36}){0,199}$/, {
    message: 'seats must be 1 to 200 seat ids, separated by commas.',
  })
  seats!: string;
}

/** @throws Refused where there are more than eight. */
export function wordsIn(q: string): readonly string[] {
  const words = q.trim().split(/\s+/);
  return words.length <= 8 ? words : refuse('bad-request', { field: 'q', message: 'q must be at most eight words.' });
}

function Words(): PropertyDecorator {
  return applyDecorators(
    ApiProperty({ description: 'Words that the contribution contains, all of them. At most eight.', maxLength: 200 }),
    Matches(/^(?=.*[^\s])[^\p{Cc}]{1,200}$/u, { message: 'q must be 1 to 200 characters of plain text.' }),
  );
}
