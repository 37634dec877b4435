import { applyDecorators } from '@nestjs/common';
import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { ArrayMaxSize, ArrayMinSize, IsIn, IsOptional, IsString, Matches, ValidateBy } from 'class-validator';
import { NOTE_MAX, TITLE_MAX } from '../../domain/panel/limits.js';
import { acceptBody, acceptLine, type TextVerdict } from '../../domain/text/body.js';
import { Id, UUID } from './shaped.js';

export class CreateForumBody {
  @ApiProperty({ description: 'Its address: lower-case letters, digits and single hyphens.', example: 'water-2027' })
  @Matches(/^(?=.{2,60}$)[a-z0-9]+(-[a-z0-9]+)*$/, {
    message: 'slug must be 2 to 60 lower-case letters, digits and single hyphens.',
  })
  @ValidateBy({
    name: 'noId',
    validator: { validate: (slug) => !UUID.test(String(slug)), defaultMessage: () => 'slug must not look like an id.' },
  })
  slug!: string;

  @ApiProperty({ maxLength: TITLE_MAX })
  @Accepted((text) => acceptLine(text, TITLE_MAX))
  title!: string;

  @ApiPropertyOptional({ maxLength: NOTE_MAX })
  @IsOptional()
  @Accepted((text) => (text === '' ? { ok: true, text } : acceptBody(text, NOTE_MAX)))
  description: string = '';
}

/** What `draftPanel` takes is judged there; this is what comes besides. */
export class CreatePanelBody {
  @Id('Made by the client, so that asking again creates nothing twice.')
  panelId!: string;

  @Id('The id of the intent `draftPanel`: a UUIDv7.')
  intentId!: string;

  @ApiProperty({ maxLength: TITLE_MAX })
  @IsString()
  title!: string;

  @ApiPropertyOptional({ maxLength: NOTE_MAX })
  @IsOptional()
  description?: unknown;

  @ApiPropertyOptional({ type: [String], description: 'BCP 47 tags, the main language first.' })
  @IsOptional()
  languages?: unknown;

  @ApiPropertyOptional({ type: [Object], description: 'House rules: id, title, text.' })
  @IsOptional()
  rules?: unknown;

  @ApiPropertyOptional({
    enum: ['open', 'invitation'],
    description: 'Who may read: anybody, or those with a role. For ever.',
  })
  @IsIn(['open', 'invitation'], { message: 'access must be open or invitation.' })
  access: 'open' | 'invitation' = 'open';
}

export class PoolBody {
  @ApiProperty({ type: [String], description: 'Every panel that waits, as `reports/next` tells them.' })
  @ArrayMinSize(2)
  @ArrayMaxSize(1000)
  @Matches(UUID, { each: true, message: 'panelIds must be UUIDs in lower case.' })
  panelIds!: string[];
}

function Accepted(accept: (text: string) => TextVerdict): PropertyDecorator {
  return applyDecorators(
    ValidateBy({
      name: 'accepted',
      validator: {
        validate: (value) => typeof value === 'string' && accept(value).ok,
        defaultMessage: (args) => {
          const verdict = typeof args?.value === 'string' ? accept(args.value) : null;
          return verdict && !verdict.ok ? verdict.message : `${args?.property ?? 'This'} must be a text.`;
        },
      },
    }),
  );
}
