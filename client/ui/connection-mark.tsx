export interface ConnectionMarkProps {
  readonly state: 'connecting' | 'live' | 'reconnecting' | 'offline' | 'ended';
}

const WORDS: Readonly<Record<ConnectionMarkProps['state'], string>> = {
  connecting: 'Connecting…',
  live: 'Connected',
  reconnecting: 'Connection lost, trying again…',
  offline: 'This device is offline',
  ended: 'You were signed out here',
};

export function ConnectionMark({ state }: ConnectionMarkProps) {
  return (
    <span className={`mark ${state}`} role="status" data-connection={state}>
      {WORDS[state]}
    </span>
  );
}
