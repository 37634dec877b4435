import 'reflect-metadata';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import ts from 'typescript';
import { REFUSALS } from '../domain/panel/refusals.js';
import { STATUS } from '../domain/wire/status.js';
import { schemaOf } from '../src/http/schema-of.js';
import { MESSAGE_DTOS } from '../src/intents/messages.js';

const page = readFileSync('docs/PROTOCOL.md', 'utf8');
const names = Object.keys(MESSAGE_DTOS) as (keyof typeof MESSAGE_DTOS)[];

const METHODS = ['Get', 'Post', 'Put', 'Patch', 'Delete', 'All'];

/** The types as they are written: what is optional or null leaves no trace at run time. */
const types = declarationsIn([
  'domain/panel/events.ts',
  'domain/panel/state.ts',
  'domain/wire/views.ts',
  'domain/wire/floor.ts',
  'domain/wire/protocol.ts',
  'domain/wire/reports.ts',
  'domain/amplify/report/panel-report.ts',
  'domain/panel/report/transparency.ts',
]);

describe('docs/PROTOCOL.md', () => {
  it.each(recordEvents())('[R36] has every field of $type', ({ type, fields }) => {
    expect(fields.filter((field) => !words(rowOf(section(6), type)).includes(field))).toEqual([]);
  });

  it.each(recordEvents())('[R36] says what $type does to the state', ({ type }) => {
    expect(rowOf(section(7), type)).not.toBe('');
  });

  it.each(names.filter((name) => 'intentId' in fieldsOf(name)))('[R36] has every field of %s, and no other', (name) => {
    const [, fields = ''] = rowOf(section(5), name)
      .split(/(?<!\\)\|/)
      .slice(1);
    for (const [field, isOptional] of Object.entries(fieldsOf(name))) {
      if (field === 'intentId' || field === 'panelId') continue;
      expect(fields).toMatch(new RegExp(isOptional ? `\`${field}\`\\?` : `\`${field}\`(?!\\?)`));
    }
    const known = Object.keys(fieldsOf(name));
    const listed = [...fields.matchAll(/(?:^|, )\s*`(\w+)`/g)].map(([, field]) => field);
    expect(listed.filter((field) => field && !known.includes(field))).toEqual([]);
  });

  it.each(names.filter((name) => !('intentId' in fieldsOf(name))))('[R36] has every field of %s', (name) => {
    const fields = Object.entries(fieldsOf(name)).map(([field, isOptional]) => `${field}${isOptional ? '?' : ''}`);
    expect(page).toContain(`**\`${name} {${fields.join(', ')}}\`**`);
  });

  it.each(membersOf('Pushes'))('[R36] has the push %s', (push) => {
    expect(rowOf(section(4), push)).not.toBe('');
  });

  it.each([
    { type: 'Frame', of: 4, row: 'frame' },
    { type: 'MineChange', of: 4, row: 'mine' },
    { type: 'RecordState', of: 7 },
    { type: 'Snapshot', of: 7 },
    { type: 'Thread', of: 7 },
    { type: 'Contribution', of: 7 },
    { type: 'Posed', of: 7 },
    { type: 'MineView', of: 8 },
    { type: 'MineItem', of: 8 },
    { type: 'MineProposal', of: 8 },
    { type: 'StatementOfReasons', of: 8 },
    { type: 'DeskView', of: 9, row: 'desk' },
    { type: 'DeskItem', of: 9, row: 'item in `held`' },
    { type: 'DeskDecision', of: 9, row: 'decision in `recent`' },
    { type: 'Worker', of: 9, row: 'moderator in `work`' },
    { type: 'MineAppeal', of: 8 },
    { type: 'Choosables', of: 5 },
    { type: 'HeldElsewhere', of: 9, row: 'item in `others`' },
    { type: 'DeskHistory', of: 9 },
    { type: 'DecisionMade', of: 9, row: 'decision in the history' },
    { type: 'FloorShown', of: 4, row: 'floor' },
    { type: 'Floor', of: 7 },
    { type: 'FloorView', of: 13 },
    { type: 'FloorCall', of: 13 },
    { type: 'FloorVoice', of: 13 },
    { type: 'OwnRequest', of: 13, row: 'request in `mine`' },
    { type: 'HostedFloor', of: 13, row: 'hosting' },
    { type: 'Fairness', of: 13, row: 'fairness' },
    { type: 'ForumSummary', of: 11 },
    { type: 'PanelSummary', of: 11 },
    { type: 'SearchPage', of: 11 },
    { type: 'SearchHit', of: 11 },
    { type: 'OwnPanel', of: 11 },
    { type: 'PanelReport', of: 15 },
    { type: 'ForumReports', of: 15 },
    { type: 'PublishedPool', of: 15 },
    { type: 'PooledReport', of: 15 },
    { type: 'PooledHeadline', of: 15 },
    { type: 'PooledFigures', of: 15 },
    { type: 'DeclineFigures', of: 15 },
    { type: 'Ratio', of: 15 },
    { type: 'NextPool', of: 15 },
    { type: 'NextPanel', of: 15 },
    { type: 'Transparency', of: 15 },
  ])('has every field of $type', ({ type, of, row }) => {
    const said = words(row === undefined ? section(of) : rowOf(section(of), row));
    const fields = membersOf(type);
    expect(fields.length).toBeGreaterThan(0);
    expect(fields.filter((field) => !said.includes(field))).toEqual([]);
  });

  it.each(routes())('[W32] names %s', (route) => {
    expect(namedRoutes()).toContain(route);
  });

  it('has every refusal with its status and its meaning, and no other', () => {
    const listed = section(10).matchAll(/^\| `([a-z-]+)`\s*\| (\d+)\s*\| (.*?)\s*\|$/gm);
    expect(Object.fromEntries([...listed].map(([, code = '', ...said]) => [code, said]))).toEqual(
      Object.fromEntries(
        Object.entries(REFUSALS).map(([code, message]) => [
          code,
          [String(STATUS[code as keyof typeof STATUS]), message],
        ]),
      ),
    );
  });
});

function section(number: number): string {
  return page.split(/^## /m).find((text) => text.startsWith(`${number}. `)) ?? '';
}

/** The line of a table whose first cell is this, or names it. */
function rowOf(text: string, name: string): string {
  const lines = text.split('\n').filter((line) => line.startsWith('|'));
  return lines.find((line) => cell(line) === name || cell(line).includes(`\`${name}\``)) ?? '';
}

function cell(line: string): string {
  return (line.split('|')[1] ?? '').trim();
}

/** What stands in code marks. */
function words(text: string): string[] {
  return [...text.matchAll(/`([^`]+)`/g)].flatMap(([, code = '']) => code.match(/\w+/g) ?? []);
}

/** Whether each field of a message may be left out. */
function fieldsOf(name: keyof typeof MESSAGE_DTOS): Readonly<Record<string, boolean>> {
  const { properties = {}, required = [] } = schemaOf(MESSAGE_DTOS[name]);
  const known = ['panelId', 'intentId', ...Object.keys(properties)].filter((field) => field in properties);
  return Object.fromEntries([...new Set(known)].map((field) => [field, !required.includes(field)]));
}

/** Every route of every controller: the method and the address, whatever its parameters are called. */
function routes(): readonly string[] {
  return readdirSync('src', { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.controller.ts'))
    .flatMap((file) => classesIn(join('src', file)))
    .flatMap((controller) => {
      const [base] = calledOn(controller, 'Controller');
      if (base === undefined) return [];
      return METHODS.flatMap((method) =>
        controller.members.flatMap((member) =>
          calledOn(member, method).map((path) => route(method.toUpperCase(), [base, path].filter(Boolean).join('/'))),
        ),
      );
    });
}

function classesIn(file: string): readonly ts.ClassDeclaration[] {
  const source = ts.createSourceFile(file, readFileSync(file, 'utf8'), ts.ScriptTarget.Latest, true);
  return source.statements.filter(ts.isClassDeclaration);
}

/** The addresses that decorators of this name give to a class or a method. */
function calledOn(node: ts.Node, decorator: string): readonly string[] {
  const found = ts.canHaveDecorators(node) ? (ts.getDecorators(node) ?? []) : [];
  return found
    .map(({ expression }) => expression)
    .filter(ts.isCallExpression)
    .filter(({ expression }) => expression.getText() === decorator)
    .map((call) => call.arguments[0]?.getText().slice(1, -1) ?? '');
}

/** In section 4 there is a table of addresses below a panel. */
function namedRoutes(): readonly string[] {
  const short = section(4).matchAll(/`(?:(GET|POST) )?(\/[^` ?]+)[^`]*`/g);
  return [
    ...[...page.matchAll(/`(GET|POST|PUT|PATCH|DELETE) (\/[^` ?]+)[^`]*`/g)].map(([, method = '', path = '']) =>
      route(method, path.slice(1)),
    ),
    ...[...short].map(([, method = 'GET', path = '']) => route(method, `api/panels/{id}${path}`)),
  ];
}

function route(method: string, path: string): string {
  return `${method} /${path.replace(/:\w+|\$?\{\w+\}/g, '{}')}`;
}

function declarationsIn(
  files: readonly string[],
): ReadonlyMap<string, ts.InterfaceDeclaration | ts.TypeAliasDeclaration> {
  const found = files.flatMap((file) => {
    const source = ts.createSourceFile(file, readFileSync(file, 'utf8'), ts.ScriptTarget.Latest, true);
    return source.statements.filter((one) => ts.isInterfaceDeclaration(one) || ts.isTypeAliasDeclaration(one));
  });
  return new Map(found.map((one) => [one.name.text, one]));
}

function membersOf(type: string): string[] {
  const declared = types.get(type);
  return declared && ts.isInterfaceDeclaration(declared) ? declared.members.map(nameOf) : [];
}

/** Every event of the record with its own fields and those of its body. */
function recordEvents(): { type: string; fields: string[] }[] {
  const declared = types.get('RecordEvent');
  const union = declared && ts.isTypeAliasDeclaration(declared) && ts.isUnionTypeNode(declared.type) && declared.type;
  if (!union) throw new Error('RecordEvent is no union.');
  return union.types.filter(ts.isTypeLiteralNode).map(({ members }) => {
    const own = members.filter(ts.isPropertySignature);
    const type =
      own
        .find((member) => nameOf(member) === 'type')
        ?.type?.getText()
        .replaceAll("'", '') ?? '';
    const fields = own.flatMap((member) => [nameOf(member), ...(nameOf(member) === 'body' ? within(member.type) : [])]);
    return { type, fields: fields.filter((field) => field !== 'type') };
  });
}

/** The fields of an object, of a named type, or of either of them or null. */
function within(type: ts.TypeNode | undefined): string[] {
  if (!type) return [];
  if (ts.isUnionTypeNode(type)) return type.types.flatMap(within);
  if (ts.isTypeLiteralNode(type)) return type.members.map(nameOf);
  return ts.isTypeReferenceNode(type) ? membersOf(type.typeName.getText()) : [];
}

function nameOf(member: ts.TypeElement): string {
  return member.name?.getText() ?? '';
}
