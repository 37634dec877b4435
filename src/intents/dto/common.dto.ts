import { Id, IntentId } from './fields.js';

/** What every intent says, and all that some of them say. */
export class IntentDto {
  @IntentId() readonly intentId!: string;
  @Id() readonly panelId!: string;
}

/** An intent about one contribution. */
export class AboutDto extends IntentDto {
  @Id() readonly contributionId!: string;
}

/** An intent about one thread. */
export class ThreadIntentDto extends IntentDto {
  @Id() readonly threadId!: string;
}
