import { Type } from 'class-transformer';
import {
  ArrayMaxSize,
  ArrayMinSize,
  IsArray,
  IsBoolean,
  IsEmail,
  IsInt,
  IsOptional,
  IsString,
  IsUUID,
  Length,
  Matches,
  Max,
  MaxLength,
  Min,
  ValidateIf,
  ValidateNested,
} from 'class-validator';
import { GROUP_ID, GROUP_TITLE_MAX, GROUPS_MAX, SOURCE_MAX } from '../../../domain/amplify/groups/terms.js';
import type { GroupTerms } from '../../../domain/panel/events.js';

const CSV_MAX = 60_000;
const DAYS_90 = 24 * 90;

export class GroupDto implements GroupTerms {
  @Matches(GROUP_ID) @IsString() id!: string;
  @Length(1, GROUP_TITLE_MAX) @IsString() title!: string;
  /** Guaranteed minimum share of the turns, in basis points. */
  @IsInt() floor!: number;
  /** Groups of one axis have no members in common. */
  @ValidateIf(isGiven('axis')) @Length(1, 40) @IsString() axis!: string | null;
  @IsBoolean() sensitive!: boolean;
  @ValidateIf(isGiven('source')) @MaxLength(SOURCE_MAX) @IsString() source!: string | null;
}

export class GroupsDto {
  @ArrayMaxSize(GROUPS_MAX)
  @IsArray()
  @ValidateNested({ each: true })
  @Type(() => GroupDto)
  groups!: GroupDto[];
}

export class CodesDto {
  @Matches(GROUP_ID) @IsString() group!: string;
  @Min(1) @Max(500) @IsInt() count!: number;
  /** Sent again with the same, it makes nothing more. */
  @IsOptional() @IsUUID() requestId?: string;
}

export class GroupInvitationDto {
  @ArrayMinSize(1) @ArrayMaxSize(GROUPS_MAX) @IsArray() @Matches(GROUP_ID, { each: true }) groups!: string[];
  @IsOptional() @IsUUID() panelId?: string;
  @IsOptional() @IsEmail() email?: string;
  /** How many people may use the link. */
  @IsOptional() @Min(1) @Max(10_000) @IsInt() maxUses?: number;
  @IsOptional() @Min(1) @Max(DAYS_90) @IsInt() hours?: number;
  /** Sent again with the same, its link takes the place of the one before. */
  @IsOptional() @IsUUID() requestId?: string;
}

export class AccreditationDto {
  /** With its line of headings. */
  @Length(1, CSV_MAX) @IsString() csv!: string;
  /** Where its first row stands in the whole file, for a part of one. */
  @IsOptional() @Min(2) @IsInt() line?: number;
  @IsOptional() @IsUUID() panelId?: string;
  @IsOptional() @Min(1) @Max(DAYS_90) @IsInt() hours?: number;
  /** The same for all parts of one list. */
  @IsOptional() @IsUUID() requestId?: string;
}

export class OwnClaimDto {
  @IsUUID() forumId!: string;
  @Matches(GROUP_ID) @IsString() group!: string;
}

export class CodeDto {
  @Length(1, 60) @IsString() code!: string;
}

function isGiven(field: 'axis' | 'source') {
  return (group: GroupDto) => group[field] !== null;
}
