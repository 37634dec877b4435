import { useState } from 'react';
import { keepChanges, keptChanges } from '../../connection/hosting.js';
import type { Host } from './host.js';
import {
  asChanges,
  changesTo,
  faultsOf,
  formOf,
  instant,
  type Changes,
  type Faults,
  type PanelForm,
} from './panel-form.js';

export interface PanelFormInUse {
  readonly form: PanelForm;
  readonly faults: Faults;
  readonly isChanged: boolean;
  readonly isBusy: boolean;
  readonly change: (part: Changes) => void;
  readonly forget: () => void;
  /** Whether all of it is stored; what was refused stays changed. */
  readonly save: () => Promise<boolean>;
}

/** The form over the record as it is now. Changes are kept on this device until they are saved. */
export function usePanelForm(host: Host): PanelFormInUse {
  const { panelId, record } = host;
  const [changes, setChanges] = useState<Changes>(() => asChanges(keptChanges(panelId)));
  const [isBusy, setBusy] = useState(false);
  const held = formOf(record);
  const form = { ...held, ...changes };
  const open = changesTo(held, form);

  const take = (next: Changes) => {
    setChanges(next);
    keepChanges(panelId, next);
  };
  return {
    form,
    faults: faultsOf(form),
    isChanged: Object.keys(open).length > 0,
    isBusy,
    change: (part) => take(changesTo(held, { ...form, ...part })),
    forget: () => take({}),
    save: async () => {
      setBusy(true);
      const refused = await save(host, form, open);
      setBusy(false);
      take(refused);
      return Object.keys(refused).length === 0;
    },
  };
}

/** What was refused of it. */
async function save(host: Host, form: PanelForm, open: Changes): Promise<Changes> {
  const { title, description, languages, rules, startsAt, endsAt } = open;
  const words = { ...given({ title }), ...given({ description }), ...given({ languages }) };
  const times = { ...given({ startsAt }), ...given({ endsAt }) };
  const refused: Changes[] = [];

  if (Object.keys(words).length > 0 && !(await host.act('amendPanel', words))) refused.push(words);
  if (Object.keys(times).length > 0 && !(await schedule(host, form))) refused.push(times);
  if (rules && !(await host.act('setRules', { rules }))) refused.push({ rules });
  return Object.assign({}, ...refused) as Changes;
}

async function schedule(host: Host, form: PanelForm): Promise<boolean> {
  const [startsAt, endsAt] = [instant(form.startsAt), instant(form.endsAt)];
  if (startsAt === null) return false;
  return host.act('schedulePanel', endsAt === null ? { startsAt } : { startsAt, endsAt });
}

function given<T extends object>(part: T): { [K in keyof T]?: NonNullable<T[K]> } {
  return Object.fromEntries(Object.entries(part).filter(([, value]) => value !== undefined)) as {
    [K in keyof T]?: NonNullable<T[K]>;
  };
}
