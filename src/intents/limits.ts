import { RateLimiterMemory, RateLimiterRes } from 'rate-limiter-flexible';
import type { MessageName } from '../../domain/wire/protocol.js';

/** How often one person may do something: `points` in `seconds`. One bucket a group, shared by all its messages. */
const GROUPS = {
  speak: { points: 60, seconds: 10 },
  vote: { points: 200, seconds: 10 },
  moderate: { points: 600, seconds: 10 },
  steer: { points: 60, seconds: 10 },
  read: { points: 120, seconds: 10 },
  /** All who have no session behind one address: a whole conference may be behind one. */
  strangers: { points: 5_000, seconds: 10 },
} as const;

type Group = keyof typeof GROUPS;

const GROUP_OF: Partial<Record<MessageName, Group>> = {
  submit: 'speak',
  edit: 'speak',
  resubmit: 'speak',
  withdraw: 'speak',
  appeal: 'speak',
  proposeThread: 'speak',
  answer: 'speak',
  render: 'speak',
  askToSpeak: 'speak',
  leaveFloor: 'speak',
  yieldFloor: 'speak',
  castVote: 'vote',
  nextCard: 'vote',
  answerMerge: 'speak',
  proposeMerge: 'moderate',
  unmerge: 'moderate',
  takeNext: 'moderate',
  take: 'moderate',
  renewLease: 'moderate',
  release: 'moderate',
  publish: 'moderate',
  escalate: 'moderate',
  decline: 'moderate',
  askToRevise: 'moderate',
  undoDecision: 'moderate',
  reverseDecision: 'moderate',
  redact: 'moderate',
  answerAppeal: 'moderate',
  noteItem: 'moderate',
  recuse: 'moderate',
  join: 'read',
  leave: 'read',
  readRecord: 'read',
  openDesk: 'read',
  closeDesk: 'read',
  mine: 'read',
};

/** Counted per person, so that reconnecting or a second device does not refill a bucket. In memory, per process. */
export class Limits {
  private readonly buckets = new Map<Group, RateLimiterMemory>(
    Object.entries(GROUPS).map(([group, { points, seconds }]) => [
      group as Group,
      new RateLimiterMemory({ keyPrefix: group, points, duration: seconds }),
    ]),
  );

  /** Milliseconds until the next try makes sense; 0 when this one may pass. */
  spend(who: string, name: MessageName): Promise<number> {
    return this.take(GROUP_OF[name] ?? 'steer', who);
  }

  /** The same for one who has no session, known by connection and address alone. */
  async spendAsStranger(connection: string, ip: string, name: MessageName): Promise<number> {
    return (await this.take('strangers', ip)) || this.spend(connection, name);
  }

  private async take(group: Group, who: string): Promise<number> {
    try {
      await this.buckets.get(group)?.consume(who);
      return 0;
    } catch (refused) {
      if (refused instanceof RateLimiterRes) return Math.max(refused.msBeforeNext, 1);
      throw refused;
    }
  }
}
