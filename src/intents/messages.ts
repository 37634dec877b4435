import type { MessageName, Messages } from '../../domain/wire/protocol.js';
import * as contributing from './dto/contributing.dto.js';
import * as desk from './dto/desk.dto.js';
import * as floor from './dto/floor.dto.js';
import * as hosting from './dto/hosting.dto.js';
import * as merging from './dto/merging.dto.js';
import * as moderation from './dto/moderation.dto.js';
import * as life from './dto/panel-life.dto.js';
import * as queries from './dto/queries.dto.js';
import * as queue from './dto/queue.dto.js';
import * as threads from './dto/threads.dto.js';
import * as treatment from './dto/treatment.dto.js';

/** The shape of every message: the list of names the server answers to. */
export const MESSAGE_DTOS: { readonly [K in MessageName]: new () => Messages[K]['body'] } = {
  join: queries.JoinDto,
  leave: queries.LeaveDto,
  readRecord: queries.ReadRecordDto,
  openDesk: queries.OpenDeskDto,
  closeDesk: queries.CloseDeskDto,
  mine: queries.MineDto,
  nextCard: queries.NextCardDto,

  draftPanel: life.DraftPanelDto,
  amendPanel: life.AmendPanelDto,
  schedulePanel: life.SchedulePanelDto,
  openPanel: life.OpenPanelDto,
  pausePanel: life.PausePanelDto,
  resumePanel: life.ResumePanelDto,
  closePanel: life.ClosePanelDto,
  archivePanel: life.ArchivePanelDto,
  setPublication: life.SetPublicationDto,
  holdEverything: life.HoldEverythingDto,
  setSlowMode: life.SetSlowModeDto,
  setRules: life.SetRulesDto,
  setTreatment: treatment.SetTreatmentDto,
  setQueue: queue.SetQueueDto,

  openThread: threads.OpenThreadDto,
  proposeThread: threads.ProposeThreadDto,
  acceptThread: threads.AcceptThreadDto,
  declineThread: threads.DeclineThreadDto,
  renameThread: threads.RenameThreadDto,
  closeThread: threads.CloseThreadDto,
  reopenThread: threads.ReopenThreadDto,

  submit: contributing.SubmitDto,
  edit: contributing.EditDto,
  resubmit: contributing.ResubmitDto,
  withdraw: contributing.WithdrawDto,
  appeal: treatment.AppealDto,
  render: contributing.RenderDto,
  castVote: contributing.CastVoteDto,

  takeNext: desk.TakeNextDto,
  take: desk.TakeDto,
  renewLease: desk.RenewLeaseDto,
  release: desk.ReleaseDto,

  publish: moderation.PublishDto,
  escalate: moderation.EscalateDto,
  decline: moderation.DeclineDto,
  askToRevise: moderation.AskToReviseDto,
  undoDecision: moderation.UndoDecisionDto,
  reverseDecision: moderation.ReverseDecisionDto,
  redact: moderation.RedactDto,
  answerAppeal: treatment.AnswerAppealDto,
  noteItem: treatment.NoteItemDto,
  recuse: treatment.RecuseDto,
  decideMany: treatment.DecideManyDto,
  undoMany: treatment.UndoManyDto,

  pose: hosting.PoseDto,
  unpose: hosting.UnposeDto,
  answer: hosting.AnswerDto,
  markAnswered: hosting.MarkAnsweredDto,
  reopenQuestion: hosting.ReopenQuestionDto,
  pin: hosting.PinDto,
  unpin: hosting.UnpinDto,

  proposeMerge: merging.ProposeMergeDto,
  answerMerge: merging.AnswerMergeDto,
  unmerge: merging.UnmergeDto,

  setFloor: floor.SetFloorDto,
  askToSpeak: floor.AskToSpeakDto,
  leaveFloor: floor.LeaveFloorDto,
  yieldFloor: floor.YieldFloorDto,
  declineRequest: floor.DeclineRequestDto,
  giveFloor: floor.GiveFloorDto,
  endSpeech: floor.EndSpeechDto,
};

/** Whether somebody may send a message by this name at all. */
export function isMessageName(name: string): name is MessageName {
  return Object.hasOwn(MESSAGE_DTOS, name);
}
