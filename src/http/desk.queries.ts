import { ApiPropertyOptional } from '@nestjs/swagger';
import { IsIn, IsOptional } from 'class-validator';
import { LABELS } from '../../domain/panel/screening/labels.js';
import { Whole } from './shaped.js';

export class HistoryQuery {
  @Whole({ min: 1, description: 'Only decisions before this one, by their `order`: `next` of the page before.' })
  before?: number;

  @Whole({ min: 1, max: 200, description: 'At most so many decisions.' })
  limit: number = 50;
}

export class WaitingQuery {
  @ApiPropertyOptional({ enum: LABELS, description: 'Only what screening put this word to.' })
  @IsOptional()
  @IsIn(LABELS, { message: `label must be one of: ${LABELS.join(', ')}.` })
  label?: string;
}
