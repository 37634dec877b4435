import type { Course } from './course.js';
import type { Ask, Call } from './story.js';

/** Plans what happens on the floor: who speaks, the order says, unless the host names somebody. */
export function tellFloor(course: Course, threadOf: (key: string) => string): void {
  const { slots, asks, calls } = course.story.floor;
  for (const { at, seconds } of slots) {
    course.at(at, () => course.does('host', 'setFloor', { open: true, slotSeconds: seconds }));
  }
  for (const { at, by, kind = 'topic', thread, note } of asks) {
    const about = { kind, ...(thread && { threadId: threadOf(thread) }), ...(note && { note }) };
    course.at(at, () => course.does(by, 'askToSpeak', about));
  }
  for (const call of calls) course.at(call.at, () => give(course, call));
}

function give(course: Course, { lasts, by }: Call): void {
  const named = by === undefined ? {} : { requestId: requestOf(course, by) };
  const { requestId } = course.does('host', 'giveFloor', { after: null, ...named });
  course.in(lasts, () => course.does('host', 'endSpeech', { requestId }));
}

function requestOf(course: Course, by: Ask['by']): string {
  const { seat } = course.actor(by);
  const requests = [...course.chronicle.panel.docket.requests.values()];
  const request = requests.find(({ author, state }) => author === seat && state === 'waiting');
  if (!request) throw new Error(`${by} does not wait to speak.`);
  return request.id;
}
