import { lazy, Suspense, useState } from 'react';
import { useLocation, useSearch } from 'wouter';
import { useDesk } from '../../connection/use-desk.js';
import { ConnectionBar } from '../../parts/connection-bar.js';
import { lazyScreen } from '../../shell/lazy-screen.js';
import { useKeys } from '../../ui/use-keys.js';
import { BeforeThePanel } from './before-the-panel.js';
import { Course } from './course.js';
import { Head } from './head.js';
import { HoldButton } from './hold-button.js';
import type { Host } from './host.js';
import { NextInLine } from './next-in-line.js';
import { NextSlate } from './next-slate.js';
import { isPart, Parts, type Part } from './parts-nav.js';
import type { Step } from './step-dialog.js';
import { useOwnOrder } from './use-own-order.js';

const TheFloor = lazyScreen(['floor'], async () => (await import('./floor/the-floor.js')).TheFloor);
const Threads = lazy(async () => ({ default: (await import('./threads.js')).Threads }));
const StepDialog = lazy(async () => ({ default: (await import('./step-dialog.js')).StepDialog }));
const People = lazy(async () => ({ default: (await import('./people.js')).People }));
const Simulation = lazyScreen(['simulation'], async () => (await import('./simulation/simulation.js')).Simulation);
const GroupsPart = lazyScreen(['groups'], async () => (await import('./groups/groups-part.js')).GroupsPart);
const ThePanel = lazy(async () => ({ default: (await import('./the-panel.js')).ThePanel }));

/** Everything a host does, at one thumb’s reach: what is before the panel stays in sight where there is room. */
export function Console({ host }: { readonly host: Host }) {
  const [{ desk }] = useDesk(host.panelId);
  const [step, setStep] = useState<Step | null>(null);
  const [part, setPart] = usePart();
  const own = useOwnOrder(host.panelId);
  const { record, isLive } = host;
  const isChair = (host.shown.you?.roles ?? []).some((role) => role === 'owner' || role === 'host');

  useKeys({
    p: isLive ? () => setStep(record.phase === 'open' ? 'pausePanel' : 'resumePanel') : undefined,
    '/': () => document.querySelector<HTMLElement>('.next-search input')?.focus(),
  });

  return (
    <div className="host" data-part={part} data-phase={record.phase}>
      <ConnectionBar state={host.shown.connection} />
      <Head host={host} desk={desk} />
      {host.may('holdEverything') && <HoldButton host={host} />}
      <Parts current={part} onChoose={setPart} proposals={desk?.proposals.length ?? 0} isChair={isChair} />
      <div className="host-columns">
        <div className="host-now">
          <BeforeThePanel host={host} />
          <Suspense fallback={null}>
            <TheFloor host={host} />
          </Suspense>
          <NextSlate host={host} own={own} />
          <NextInLine host={host} own={own} />
        </div>
        <div className="host-side">
          {(part === 'now' || part === 'course') && <Course host={host} desk={desk} onStep={setStep} />}
          <Suspense fallback={null}>
            {part === 'threads' && <Threads host={host} proposals={desk?.proposals ?? []} />}
          </Suspense>
          <Suspense fallback={null}>{part === 'people' && <People host={host} />}</Suspense>
          <Suspense fallback={null}>
            {part === 'groups' && isChair && (
              <>
                <GroupsPart host={host} />
                <Simulation groups={record.queue.groups} />
              </>
            )}
          </Suspense>
          <Suspense fallback={null}>{part === 'panel' && <ThePanel host={host} />}</Suspense>
        </div>
      </div>
      <Suspense fallback={null}>
        {step && <StepDialog key={step} host={host} step={step} onDone={() => setStep(null)} />}
      </Suspense>
    </div>
  );
}

/** The part in sight is in the address, so that it can be gone back to. */
function usePart(): readonly [Part, (part: Part) => void] {
  const asked = new URLSearchParams(useSearch()).get('part') ?? 'now';
  const [path, navigate] = useLocation();
  return [isPart(asked) ? asked : 'now', (part) => navigate(part === 'now' ? path : `${path}?part=${part}`)];
}
