import type claims from './en/claims.json';
import type common from './en/common.json';
import type desk from './en/desk.json';
import type doors from './en/doors.json';
import type floor from './en/floor.json';
import type groups from './en/groups.json';
import type host from './en/host.json';
import type order from './en/order.json';
import type panel from './en/panel.json';
import type refusals from './en/refusals.json';
import type replay from './en/replay.json';
import type report from './en/report.json';
import type reports from './en/reports.json';
import type simulation from './en/simulation.json';
import type stage from './en/stage.json';
import type treatment from './en/treatment.json';

declare module 'i18next' {
  interface CustomTypeOptions {
    defaultNS: 'common';
    keySeparator: false;
    returnNull: false;
    resources: {
      claims: typeof claims;
      common: typeof common;
      desk: typeof desk;
      doors: typeof doors;
      floor: typeof floor;
      groups: typeof groups;
      host: typeof host;
      order: typeof order;
      panel: typeof panel;
      refusals: typeof refusals;
      replay: typeof replay;
      report: typeof report;
      reports: typeof reports;
      simulation: typeof simulation;
      stage: typeof stage;
      treatment: typeof treatment;
    };
  }
}
