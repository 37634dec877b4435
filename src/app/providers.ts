import type { Provider } from '@nestjs/common';
import { randomUUID } from 'node:crypto';
import { Forgetting } from '../claims/forgetting.js';
import { SqlProfiles } from '../claims/profiles.js';
import { RENEWALS } from '../claims/renewing.js';
import { SqlIdentity } from '../identity/identity.js';
import { Door } from '../intents/door.js';
import { Limits } from '../intents/limits.js';
import { Reading } from '../intents/reading.js';
import { Broadcaster } from '../live/broadcaster.js';
import { Desks } from '../live/desks.js';
import { Presence } from '../panels/presence.js';
import { SlowReaders } from '../live/slow-readers.js';
import { Forums } from '../log/directory.js';
import { SqlPanelLog } from '../log/sql-panel-log.js';
import { SqlVoting } from '../log/sql-voting.js';
import type { Logs } from '../ops/logs.js';
import type { Metrics } from '../ops/metrics.js';
import type { RedisBus } from '../ops/redis-bus.js';
import { NO_HINTS, type Hints } from '../panels/hints.js';
import { Cards } from '../panels/cards.js';
import { Likenesses } from '../panels/likenesses.js';
import { Panels } from '../panels/panels.js';
import { Slates } from '../panels/slates.js';
import { isOutage } from '../persistence/index.js';
import { WordLists } from '../screening/word-lists.js';
import { Inputs, PROFILES } from '../reports/inputs.js';
import { ENDINGS, PanelReports } from '../reports/panel-reports.js';
import { PooledReports } from '../reports/pooled-reports.js';

export interface Around {
  readonly logs: Logs;
  readonly metrics: Metrics;
  readonly bus: RedisBus | null;
  readonly epoch: string;
  /** No other process writes to this database. */
  readonly alone: boolean;
}

/** The rooms between the log and the gateways, made once and handed what they lean on. Arrows run one way. */
export function roomProviders({ logs, metrics, bus, epoch, alone }: Around): Provider[] {
  const now = () => Date.now();
  const fault = (error: unknown, where: string) => {
    metrics.fault();
    return logs.fault(error, where);
  };
  const onFault = (error: unknown) => void fault(error, 'live');

  return [
    {
      provide: Panels,
      inject: [SqlPanelLog, Forums, SqlProfiles],
      useFactory: (log: SqlPanelLog, forums: Forums, profiles: SqlProfiles) => {
        const panels = new Panels(log, forums, {
          now,
          newId: randomUUID,
          epoch,
          alone,
          profiles,
          isListed: new WordLists().isListed,
          hints: bus ? hintsOver(bus) : NO_HINTS,
          onFault: (error, intent) => fault(error, intent.type),
          onOutage: (error) => void fault(error, 'commit'),
          isOutage,
          onCommitted: ({ entries, seconds }) => metrics.committed(entries, seconds),
        });
        panels.feed.onError = onFault;
        return panels;
      },
    },
    { provide: RENEWALS, useExisting: Panels },
    { provide: PROFILES, useExisting: SqlProfiles },
    { provide: ENDINGS, useExisting: Forgetting },
    Inputs,
    PanelReports,
    PooledReports,
    { provide: Limits, useFactory: () => new Limits() },
    {
      provide: Reading,
      inject: [SqlIdentity, Panels, Cards],
      useFactory: (identity: SqlIdentity, panels: Panels, cards: Cards) =>
        new Reading({ identity, panels, cards, now }),
    },
    {
      provide: Cards,
      inject: [SqlVoting],
      useFactory: (log: SqlVoting) =>
        new Cards({ log, now, chance: Math.random, alone, onOutage: (error) => void fault(error, 'cards') }),
    },
    {
      provide: Slates,
      inject: [SqlVoting, Cards],
      useFactory: (log: SqlVoting, cards: Cards) => new Slates({ log, cards, now }),
    },
    { provide: Likenesses, inject: [SqlVoting], useFactory: (log: SqlVoting) => new Likenesses(log) },
    {
      provide: Door,
      inject: [SqlIdentity, Panels, Reading, Limits],
      useFactory: (identity: SqlIdentity, panels: Panels, reading: Reading, limits: Limits) =>
        new Door({
          identity,
          panels,
          reading,
          limits,
          onPerformed: metrics.intent,
          onFault: fault,
          isOutage,
        }),
    },
    {
      provide: Presence,
      useFactory: () => {
        const presence = new Presence(now, (panelId, count) => bus?.say({ kind: 'presence', panelId, count }));
        bus?.onWord((word) => {
          if (word.kind === 'presence') presence.heard(word.node, word.panelId, word.count);
        });
        return presence;
      },
    },
    {
      provide: Broadcaster,
      inject: [Panels, SqlIdentity, Presence],
      useFactory: (panels: Panels, identity: SqlIdentity, presence: Presence) =>
        new Broadcaster({ panels, identity, presence, onSent: metrics.delivered, onFault }),
    },
    {
      provide: Desks,
      inject: [Panels, Reading, SqlIdentity],
      useFactory: (panels: Panels, reading: Reading, identity: SqlIdentity) =>
        new Desks({ panels, reading, identity, onFault }),
    },
    { provide: SlowReaders, useFactory: () => new SlowReaders(metrics.cut) },
  ];
}

function hintsOver(bus: RedisBus): Hints {
  return {
    announce: (panelId, panelSeq) => bus.say({ kind: 'panel', panelId, panelSeq }),
    onHint: (listener) =>
      bus.onWord((word) => {
        if (word.kind === 'panel') listener(word.panelId, word.panelSeq);
      }),
  };
}
