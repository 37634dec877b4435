import { Body, Controller, HttpCode, Inject, Post, Res, UseFilters, UseGuards } from '@nestjs/common';
import { ApiBearerAuth, ApiTags } from '@nestjs/swagger';
import type { Response } from 'express';
import { Operator } from '../operator.js';
import { answer, RefusingFilter } from './answer.js';
import { shape } from './body.pipe.js';
import { OperatorLinkDto, OperatorSeatsDto } from './dtos.js';
import { OperatorGuard } from './operator.guard.js';
import { OriginGuard } from './origin.guard.js';

/** For programs of whoever runs the server, with the operator’s key as bearer token. */
@ApiTags('operator')
@ApiBearerAuth()
@Controller('api/operator')
@UseGuards(OriginGuard, OperatorGuard)
@UseFilters(RefusingFilter)
export class OperatorController {
  constructor(@Inject(Operator) private readonly operator: Operator) {}

  @Post('links')
  @HttpCode(200)
  async link(@Body(shape(OperatorLinkDto)) body: OperatorLinkDto, @Res({ passthrough: true }) response: Response) {
    return answer(response, await this.operator.link(body));
  }

  @Post('seats')
  @HttpCode(200)
  async seats(@Body(shape(OperatorSeatsDto)) body: OperatorSeatsDto, @Res({ passthrough: true }) response: Response) {
    return answer(response, await this.operator.seats(body.panelId, body.people));
  }
}
