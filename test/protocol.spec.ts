import { describe, expect, it } from '@jest/globals';
import { readFileSync } from 'node:fs';
import { isRecordEvent } from '../domain/panel/journals.js';
import type { RecordEvent } from '../domain/panel/events.js';
import type { Pushes } from '../domain/wire/protocol.js';
import { fieldsOf } from '../src/intents/shape.js';
import { MESSAGE_DTOS } from '../src/intents/messages.js';

/** The compiler holds both to the whole of what there is. */
const PUSHES: Readonly<Record<keyof Pushes, true>> = {
  frame: true,
  head: true,
  desk: true,
  mine: true,
  presence: true,
  goodbye: true,
};
const EVENTS: Readonly<Record<RecordEvent['type'], true>> = {
  PanelDrafted: true,
  PanelAmended: true,
  PanelScheduled: true,
  PanelOpened: true,
  PanelPaused: true,
  PanelResumed: true,
  PanelClosed: true,
  PanelArchived: true,
  PublicationSet: true,
  SlowModeSet: true,
  RulesSet: true,
  ThreadOpened: true,
  ThreadRenamed: true,
  ThreadClosed: true,
  ThreadReopened: true,
  ContributionPublished: true,
  Redacted: true,
  ContributionRendered: true,
  QuestionPosed: true,
  QuestionUnposed: true,
  QuestionAnswered: true,
  QuestionReopened: true,
  ContributionPinned: true,
  ContributionUnpinned: true,
  Tallied: true,
};

const page = readFileSync('docs/PROTOCOL.md', 'utf8');
const FENCED = /^```[\s\S]*?^```/gm;
const spans = [...page.matchAll(FENCED), ...page.replaceAll(FENCED, '').matchAll(/`([^`\n]+)`/g)].map(([text]) => text);
const code = new Set(spans.flatMap((text) => text.split(/[^A-Za-z]+/)));

describe('docs/PROTOCOL.md', () => {
  it('[R36] names every message to the server', () => {
    expect(Object.keys(MESSAGE_DTOS).filter((name) => !code.has(name))).toEqual([]);
  });

  it.each(Object.entries(MESSAGE_DTOS))('[R36] names every field of %s', (_name, dto) => {
    expect([...fieldsOf(dto)].filter((field) => !code.has(field) && field !== 'intentId')).toEqual([]);
  });

  it('[R36] names the id of every intent, every push and every event of the record', () => {
    expect(code.has('intentId')).toBe(true);
    expect(Object.keys(PUSHES).filter((name) => !code.has(name))).toEqual([]);
    expect(Object.keys(EVENTS).filter((type) => !code.has(type))).toEqual([]);
  });

  it('[R36] names no event of the docket as one of the record', () => {
    const [, section = ''] = /^## 6\..*?\n([\s\S]*?)^## 7\./m.exec(page) ?? [];
    const named = [...section.matchAll(/`([A-Z][A-Za-z]+)`/g)].map(([, type = '']) => type);
    expect(named.filter((type) => !Object.hasOwn(EVENTS, type))).toEqual([]);
    expect(Object.keys(EVENTS).every((type) => isRecordEvent({ type } as RecordEvent))).toBe(true);
  });
});
