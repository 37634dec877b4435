import { Check, Ellipsis, Eraser, Languages, Link2, MessageSquareReply, Pin, Play, Radio, Undo2 } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { useLocation } from 'wouter';
import type { Contribution, Posed } from '../../../../domain/panel/state.js';
import { IconButton } from '../../../ui/button.js';
import { Menu, type MenuAction } from '../../../ui/menu.js';
import { toast } from '../../../ui/toasts.js';
import { permalink } from '../address.js';
import { useActsHere, type May } from '../here.js';

export interface ContributionMenuProps {
  readonly contribution: Contribution;
  readonly may: May;
  readonly posed: Posed | null;
  readonly isPinned: boolean;
}

export function ContributionMenu(props: ContributionMenuProps) {
  const { t } = useTranslation('panel');
  const actions = [...useReaderActions(props), ...useChairActions(props), ...useFormActions(props)];
  return (
    <Menu
      button={<IconButton icon={Ellipsis} label={t('more-about-this')} />}
      label={t('more-about-this')}
      actions={actions}
    />
  );
}

function useReaderActions({ contribution: { id } }: ContributionMenuProps): readonly MenuAction[] {
  const { t } = useTranslation('panel');
  const { panelId } = useActsHere();
  const [, navigate] = useLocation();
  const copy = () => {
    void navigator.clipboard.writeText(permalink(panelId, id)).then(
      () => toast({ id: 'copied', text: t('link-copied') }),
      () => toast({ id: 'copied', text: permalink(panelId, id), lasts: 20_000 }),
    );
  };
  return [
    { id: 'link', label: t('copy-link'), icon: Link2, run: copy },
    { id: 'replay', label: t('replay-from-here'), icon: Play, run: () => navigate(`/panels/${panelId}/replay#${id}`) },
  ];
}

function useChairActions({ contribution, may, posed, isPinned }: ContributionMenuProps): readonly MenuAction[] {
  const { t } = useTranslation('panel');
  const { act } = useActsHere();
  const body = { contributionId: contribution.id };
  const pose = () => act('pose', body, { text: t('was-posed'), undo: () => act('unpose', body) });
  const unpose = () => act('unpose', body, { text: t('was-unposed'), undo: () => act('pose', body) });
  const pin = () => act('pin', body, { text: t('was-pinned'), undo: () => act('unpin', body) });
  const unpin = () => act('unpin', body, { text: t('was-unpinned'), undo: () => act('pin', body) });
  const done = () => {
    act('markAnswered', body, { text: t('was-answered'), undo: () => act('reopenQuestion', body) });
  };
  const reopen = () => act('reopenQuestion', body, { text: t('was-reopened') });
  return [
    may.pose && !posed && { id: 'pose', label: t('pose'), icon: Radio, run: pose },
    may.unpose && posed && { id: 'unpose', label: t('unpose'), icon: Undo2, run: unpose },
    may.markAnswered &&
      posed &&
      !posed.answered && { id: 'answered', label: t('mark-answered'), icon: Check, run: done },
    may.reopenQuestion && posed?.answered && { id: 'reopen', label: t('reopen-question'), icon: Undo2, run: reopen },
    may.pin && !isPinned && { id: 'pin', label: t('pin'), icon: Pin, run: pin },
    may.unpin && isPinned && { id: 'unpin', label: t('unpin'), icon: Pin, run: unpin },
  ].filter((action): action is Exclude<typeof action, false | null | undefined> => Boolean(action));
}

function useFormActions({ contribution, may, posed }: ContributionMenuProps): readonly MenuAction[] {
  const { t } = useTranslation('panel');
  const { ask } = useActsHere();
  const open = (kind: 'redact' | 'render' | 'answer') => () => ask({ kind, contribution });
  return [
    may.answer && posed && { id: 'answer', label: t('answer-this'), icon: MessageSquareReply, run: open('answer') },
    may.render && { id: 'render', label: t('render-this'), icon: Languages, run: open('render') },
    may.redact && { id: 'redact', label: t('redact-this'), icon: Eraser, isDangerous: true, run: open('redact') },
  ].filter((action): action is Exclude<typeof action, false | null> => Boolean(action));
}
