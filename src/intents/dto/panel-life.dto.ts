import type { HouseRule, PublicationMode } from '../../../domain/panel/events.js';
import type { IntentBodies } from '../../../domain/panel/intents.js';
import { LANGUAGES_MAX, RULES_MAX } from '../../../domain/panel/limits.js';
import { IntentDto } from './common.dto.js';
import { Each, Id, Langs, OneOf, Optional, RuleId, Seconds, Text, Time, TrustedAfter } from './fields.js';

const MODES: Readonly<Record<PublicationMode, true>> = { before: true, after: true, trusted: true };

export class HouseRuleDto implements HouseRule {
  @RuleId() readonly id!: string;
  @Text() readonly title!: string;
  @Text() readonly text!: string;
}

export class DraftPanelDto extends IntentDto implements Body<'draftPanel'> {
  @Id() readonly forumId!: string;
  @Text() readonly title!: string;
  @Optional() @Text() readonly description?: string;
  @Optional() @Langs(LANGUAGES_MAX) readonly languages?: readonly string[];
  @Optional() @Each(HouseRuleDto, RULES_MAX) readonly rules?: readonly HouseRuleDto[];
}

export class AmendPanelDto extends IntentDto implements Body<'amendPanel'> {
  @Optional() @Text() readonly title?: string;
  @Optional() @Text() readonly description?: string;
  @Optional() @Langs(LANGUAGES_MAX) readonly languages?: readonly string[];
}

export class SchedulePanelDto extends IntentDto implements Body<'schedulePanel'> {
  @Time() readonly startsAt!: number;
  @Optional() @Time() readonly endsAt?: number;
}

export class OpenPanelDto extends IntentDto implements Body<'openPanel'> {}

export class PausePanelDto extends IntentDto implements Body<'pausePanel'> {
  @Optional() @Text() readonly reason?: string;
}

export class ResumePanelDto extends IntentDto implements Body<'resumePanel'> {}
export class ClosePanelDto extends IntentDto implements Body<'closePanel'> {}
export class ArchivePanelDto extends IntentDto implements Body<'archivePanel'> {}

export class SetPublicationDto extends IntentDto implements Body<'setPublication'> {
  @OneOf(MODES) readonly mode!: PublicationMode;
  @Optional() @TrustedAfter() readonly trustedAfter?: number;
}

export class HoldEverythingDto extends IntentDto implements Body<'holdEverything'> {}

export class SetSlowModeDto extends IntentDto implements Body<'setSlowMode'> {
  @Seconds() readonly seconds!: number;
}

export class SetRulesDto extends IntentDto implements Body<'setRules'> {
  @Each(HouseRuleDto, RULES_MAX) readonly rules!: readonly HouseRuleDto[];
}

type Body<K extends keyof IntentBodies> = IntentBodies[K];
