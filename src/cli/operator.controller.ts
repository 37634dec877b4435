import { Body, Controller, HttpCode, Inject, Post, Res, UseFilters, UseGuards } from '@nestjs/common';
import { ApiBearerAuth, ApiProperty, ApiPropertyOptional, ApiTags } from '@nestjs/swagger';
import { IsOptional, IsString, Matches, MaxLength } from 'class-validator';
import type { Response } from 'express';
import { DataSource } from 'typeorm';
import { RefusingFilter } from '../identity/http/answer.js';
import { shape } from '../identity/http/body.pipe.js';
import { OperatorGuard } from '../identity/http/operator.guard.js';
import { OriginGuard } from '../identity/http/origin.guard.js';
import { CONVERSATIONS, forumAt, importHere } from './import-here.js';
import type { ImportLine } from './import-there.js';
import { BrokenFile } from './polis/broken-file.js';
import { readPolis } from './polis/read.js';

const SLUG = /^(?=.{2,60}$)[a-z0-9]+(-[a-z0-9]+)*$/;

class ForumDto {
  @ApiProperty({ description: 'The forum’s address: lower-case letters, digits and single hyphens.' })
  @Matches(SLUG)
  slug!: string;
}

class ImportDto {
  @ApiProperty({ description: 'A folder of a Polis export on the machine of the server.' })
  @MaxLength(4096)
  @IsString()
  folder!: string;

  @ApiPropertyOptional({ description: 'The address of the forum it goes to, made when there is none.' })
  @IsOptional()
  @Matches(SLUG)
  forum?: string;
}

/** What the command line asks of a server that has the database open. */
@ApiTags('operator')
@ApiBearerAuth()
@Controller('api/operator')
@UseGuards(OriginGuard, OperatorGuard)
@UseFilters(RefusingFilter)
export class OperatorToolsController {
  constructor(@Inject(DataSource) private readonly db: DataSource) {}

  /** The forum at an address, made when there is none. */
  @Post('forums')
  @HttpCode(200)
  async forum(@Body(shape(ForumDto)) { slug }: ForumDto): Promise<{ forumId: string }> {
    return { forumId: await forumAt(this.db, slug) };
  }

  /** Answers with lines of JSON: progress, then what was imported or why it was refused. */
  @Post('import')
  @HttpCode(200)
  async import(
    @Body(shape(ImportDto)) { folder, forum = CONVERSATIONS.slug }: ImportDto,
    @Res() response: Response,
  ): Promise<void> {
    const say = (line: ImportLine) => void response.write(`${JSON.stringify(line)}\n`);
    response.setHeader('Content-Type', 'application/x-ndjson');
    response.setHeader('Cache-Control', 'no-store, no-transform');
    try {
      const polis = await readPolis(folder);
      const counts = await importHere(this.db, polis, forum, (done, all) => say({ type: 'progress', done, all }));
      say({ type: 'done', counts });
    } catch (error) {
      say({ type: 'refused', message: messageOf(error) });
    }
    response.end();
  }
}

/** A broken file is the caller’s to mend; whatever else went wrong is no business of theirs in detail. */
function messageOf(error: unknown): string {
  return error instanceof BrokenFile
    ? error.message
    : 'The server could not store the conversation: nothing was imported.';
}
