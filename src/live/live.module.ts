import { Module } from '@nestjs/common';
import { IntentsGateway } from './intents.gateway.js';
import { PanelGateway } from './panel.gateway.js';

/** The gateways. What they lean on is made once, in the app module. */
@Module({ providers: [IntentsGateway, PanelGateway] })
export class LiveModule {}
