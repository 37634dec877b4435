import type common from './en/common.json';
import type desk from './en/desk.json';
import type doors from './en/doors.json';
import type host from './en/host.json';
import type panel from './en/panel.json';
import type refusals from './en/refusals.json';
import type replay from './en/replay.json';
import type stage from './en/stage.json';

declare module 'i18next' {
  interface CustomTypeOptions {
    defaultNS: 'common';
    keySeparator: false;
    returnNull: false;
    resources: {
      common: typeof common;
      desk: typeof desk;
      doors: typeof doors;
      host: typeof host;
      panel: typeof panel;
      refusals: typeof refusals;
      replay: typeof replay;
      stage: typeof stage;
    };
  }
}
