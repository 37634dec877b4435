import { type DynamicModule, Global, Module } from '@nestjs/common';
import { ClaimsModule } from '../claims/claims.module.js';
import { OperatorToolsModule } from '../cli/operator-tools.module.js';
import { HttpModule } from '../http/http.module.js';
import { IdentityModule } from '../identity/identity.module.js';
import { LiveModule } from '../live/live.module.js';
import { Forums } from '../log/directory.js';
import { LogModule } from '../log/log.module.js';
import type { Config } from '../ops/config.js';
import type { Draining } from '../ops/draining.js';
import { EventLoop } from '../ops/event-loop.js';
import { Health } from '../ops/health.js';
import { Likenesses } from '../panels/likenesses.js';
import { Metrics } from '../ops/metrics.js';
import { METRICS_TOKEN, OpsController } from '../ops/ops.controller.js';
import type { Database } from '../persistence/database.js';
import { PersistenceModule } from '../persistence/persistence.module.js';
import { type Around, roomProviders } from './providers.js';

export interface House extends Around {
  readonly config: Config;
  readonly database: Database;
  readonly draining: Draining;
  readonly version: string;
}

/** The rooms everybody leans on, made once. */
@Global()
@Module({})
class RoomsModule {
  static with(house: House): DynamicModule {
    const providers = roomProviders(house);
    return { module: RoomsModule, imports: [LogModule, ClaimsModule], providers, exports: [...providers, LogModule] };
  }
}

/** What the people who run the house look at. */
@Module({})
class OpsModule {
  static with({ config, database, draining, metrics, bus, epoch, version }: House): DynamicModule {
    const { engine, fsync, survives, dataSource } = database;
    return {
      module: OpsModule,
      controllers: [OpsController],
      providers: [
        { provide: Metrics, useValue: metrics },
        { provide: METRICS_TOKEN, useValue: config.metricsToken },
        {
          provide: Health,
          inject: [Forums, Likenesses],
          useFactory: (forums: Forums, likenesses: Likenesses) =>
            new Health(
              {
                version,
                epoch,
                storage: { engine, fsync: fsync === 'on', survives },
                ping: () => dataSource.query('select 1'),
                heads: () => forums.extent(),
                redis: () => bus?.state ?? 'absent',
                likeness: () => likenesses.measuredIn(),
              },
              draining,
              new EventLoop(),
            ),
        },
      ],
    };
  }
}

/** The whole house, room by room. */
@Module({})
export class AppModule {
  static with(house: House): DynamicModule {
    const { config, database } = house;
    const identity = IdentityModule.with({
      publicUrl: config.publicUrl,
      origins: config.origins,
      dataFolder: config.dataDir,
      oidc: config.oidc,
      trustProxyHops: config.trustProxyHops,
      operatorKey: config.operatorKey,
    });
    return {
      module: AppModule,
      imports: [
        PersistenceModule.with(database),
        identity,
        RoomsModule.with(house),
        OpsModule.with(house),
        HttpModule,
        LiveModule,
        OperatorToolsModule,
      ],
    };
  }
}
