import { Type } from 'class-transformer';
import {
  ArrayMaxSize,
  ArrayMinSize,
  IsArray,
  IsBoolean,
  IsEmail,
  IsIn,
  IsInt,
  IsOptional,
  IsString,
  IsUUID,
  Length,
  Max,
  MaxLength,
  Min,
  ValidateIf,
  ValidateNested,
} from 'class-validator';
import { ROLES, type Role } from '../../../domain/panel/roles.js';

const TOKEN_MAX = 100;
// Above what any accepted text needs: the rules for names count graphemes and say what is wrong.
const NAME_MAX = 700;
const AFFILIATION_MAX = 1_400;
const PASSWORD_LOOK = 1000;

export class LookDto {
  @Length(1, TOKEN_MAX) @IsString() token!: string;
}

export class AcceptDto {
  @Length(1, TOKEN_MAX) @IsString() token!: string;
  @IsOptional() @MaxLength(NAME_MAX) @IsString() name?: string;
  @IsOptional() @MaxLength(AFFILIATION_MAX) @IsString() affiliation?: string;
  @IsOptional() @IsEmail() email?: string;
  @IsOptional() @MaxLength(PASSWORD_LOOK) @IsString() password?: string;
}

export class JoinDto {
  @IsUUID() panelId!: string;
  @IsOptional() @MaxLength(NAME_MAX) @IsString() name?: string;
  @IsOptional() @MaxLength(AFFILIATION_MAX) @IsString() affiliation?: string;
}

export class InviteDto {
  @IsIn(ROLES) role!: Role;
  @IsUUID() forumId!: string;
  @IsOptional() @IsUUID() panelId?: string;
  @IsOptional() @IsEmail() email?: string;
  /** How many people may use the link. */
  @IsOptional() @Min(1) @Max(10_000) @IsInt() maxUses?: number;
  @IsOptional() @Min(1) @Max(24 * 90) @IsInt() hours?: number;
}

export class OfPlaceDto {
  @IsUUID() forumId!: string;
  /** Only those to this panel. */
  @IsOptional() @IsUUID() panelId?: string;
}

export class InvitationDto {
  @IsUUID() invitationId!: string;
}

/** One of: a session, a person, a seat in a panel. */
export class AboutDto {
  @IsOptional() @IsUUID() sessionId?: string;
  @IsOptional() @IsUUID() personId?: string;
  @ValidateIf(isBySeat) @IsUUID() panelId?: string;
  @ValidateIf(isBySeat) @IsUUID() seat?: string;
}

export class BanDto extends AboutDto {
  @IsBoolean() banned!: boolean;
}

export class RoleDto {
  @IsIn(ROLES) role!: Role;
  @IsUUID() forumId!: string;
  /** Where the role holds; the whole forum without it. */
  @IsOptional() @IsUUID() panelId?: string;
  @IsBoolean() holds!: boolean;
  @ValidateNested() @Type(() => AboutDto) about!: AboutDto;
}

export class PasswordDto {
  @IsOptional() @IsEmail() email?: string;
  @MaxLength(PASSWORD_LOOK) @IsString() password!: string;
  @IsOptional() @MaxLength(PASSWORD_LOOK) @IsString() current?: string;
}

export class SignInDto {
  @IsEmail() email!: string;
  @MaxLength(PASSWORD_LOOK) @IsString() password!: string;
}

export class ProviderDto {
  @IsIn(['oidc']) provider!: string;
  /** Where to go afterwards, on this forum. */
  @IsOptional() @MaxLength(2000) @IsString() callbackURL?: string;
}

export class OperatorLinkDto {
  @IsIn(ROLES) role!: Role;
  @IsOptional() @IsUUID() forumId?: string;
  @IsOptional() @IsUUID() panelId?: string;
  @IsOptional() @Min(1) @Max(10_000) @IsInt() maxUses?: number;
}

export class NewcomerDto {
  @MaxLength(NAME_MAX) @IsString() name!: string;
  @IsIn(ROLES.filter((role) => role !== 'owner')) role!: Role;
}

export class OperatorSeatsDto {
  @IsUUID() panelId!: string;
  @ArrayMaxSize(500)
  @ArrayMinSize(1)
  @IsArray()
  @ValidateNested({ each: true })
  @Type(() => NewcomerDto)
  people!: NewcomerDto[];
}

function isBySeat(about: AboutDto): boolean {
  return (
    (about.sessionId === undefined && about.personId === undefined) ||
    about.panelId !== undefined ||
    about.seat !== undefined
  );
}
