/** A JSON log line as one line for a person: `12:03:04 warn  [context] message key=value`. The stack follows indented. */
export function readableLine(json: string): string {
  const { time, level, msg, context, stack, err, ...rest } = JSON.parse(json) as Record<string, unknown>;
  const clock = String(time).slice(11, 19);
  const where = typeof context === 'string' ? ` [${oneLine(context)}]` : '';
  const more = Object.entries(rest).map(
    ([key, value]) => ` ${key}=${oneLine(typeof value === 'string' ? value : JSON.stringify(value))}`,
  );
  const trace = stackOf(stack, err).map((line) => `    ${oneLine(line)}\n`);

  return `${clock} ${String(level).padEnd(5)}${where} ${oneLine(String(msg))}${more.join('')}\n${trace.join('')}`;
}

function stackOf(stack: unknown, err: unknown): string[] {
  const text = typeof stack === 'string' ? stack : (err as { stack?: unknown } | undefined)?.stack;
  return typeof text === 'string' ? text.split('\n') : [];
}

/** Control characters, line separators and bidi controls are written out, so that a name cannot forge or turn a line. */
function oneLine(text: string): string {
  return text.replace(/[\p{Cc}\u2028\u2029\u202A-\u202E\u2066-\u2069]/gu, (mark) =>
    mark === '\n' ? '\\n' : `\\u${mark.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
}
