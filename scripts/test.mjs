import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { checkNode, ensureBuilt, ensureInstalled, run, seconds } from './ensure.mjs';

/**
 * `node scripts/test.mjs [part…] [arguments for jest]` sets up what is missing and runs the parts, all of them by default.
 * KURULTAI_TEST_REPORT names a file that receives `{passed, failed}`; a check that is no test counts as one.
 */

const bin = (path, ...args) => [`node_modules/${path}`, ...args];
const CHECKS = {
  format: [bin('prettier/bin/prettier.cjs', '--check', '--log-level', 'warn', '.')],
  lint: [bin('oxlint/bin/oxlint', '--type-aware', '--deny-warnings')],
  types: ['tsconfig.json', 'tsconfig.domain.json', 'client/tsconfig.json'].map((config) =>
    bin('typescript/bin/tsc', '--noEmit', '-p', config),
  ),
  knip: [bin('knip/bin/knip.js')],
  size: [['scripts/size.mjs']],
};
/** What looks at what was built. */
const OF_THE_BUILD = ['size', 'system', 'browser'];
const SUITES = ['unit', 'system', 'browser'];

checkNode();
const args = process.argv.slice(2);
const isPart = (arg) => arg in CHECKS || SUITES.includes(arg);
const parts = args.some(isPart) ? args.filter(isPart) : [...Object.keys(CHECKS), ...SUITES];
const forJest = args.filter((arg) => !isPart(arg));

const results = [];
await setUp();
await inPairs(parts.filter((part) => part in CHECKS));
for (const suite of SUITES.filter((part) => parts.includes(part))) results.push(await jest(suite));
summarise();

async function setUp() {
  try {
    await ensureInstalled();
    if (OF_THE_BUILD.some((part) => parts.includes(part))) await ensureBuilt();
  } catch (error) {
    process.stderr.write(`${error.message}\n`);
    results.push({ part: 'set-up', passed: 0, failed: 1, time: '', output: error.message });
    summarise();
    process.exit(1);
  }
}

/** Two at a time: each check is one busy process, and small machines have two cores. */
async function inPairs(names) {
  const waiting = [...names];
  const worker = async () => {
    for (let name = waiting.shift(); name; name = waiting.shift()) results.push(await check(name));
  };
  await Promise.all([worker(), worker()]);
  results.sort((a, b) => names.indexOf(a.part) - names.indexOf(b.part));
}

async function check(part) {
  const start = performance.now();
  const runs = [];
  for (const command of CHECKS[part]) runs.push(await run(process.execPath, command));
  const bad = runs.filter(({ code }) => code !== 0);
  const result = {
    part,
    passed: runs.length - bad.length,
    failed: bad.length,
    time: seconds(start),
    output: bad.map(({ output }) => output).join('\n'),
  };
  process.stdout.write(`${line(result)}\n`);
  return result;
}

async function jest(part) {
  const start = performance.now();
  const folder = mkdtempSync(join(tmpdir(), 'kurultai-test-'));
  const report = join(folder, 'report.json');
  process.stdout.write(`\n${part}\n`);
  const { code, output } = await run(
    process.execPath,
    [
      ...['--experimental-vm-modules', '--disable-warning=ExperimentalWarning', 'node_modules/jest/bin/jest.js'],
      ...['--selectProjects', part, '--maxWorkers', '2', '--json', '--outputFile', report, ...forJest],
    ],
    { hear: (chunk) => process.stderr.write(chunk) },
  );
  const result = { part, time: seconds(start), ...read(report, code, output) };
  rmSync(folder, { recursive: true });
  return result;
}

function read(report, code, output) {
  let summary;
  try {
    summary = JSON.parse(readFileSync(report, 'utf8'));
  } catch {
    return { passed: 0, failed: 1, output };
  }
  const failed = summary.numFailedTests + summary.numRuntimeErrorTestSuites;
  return {
    passed: summary.numPassedTests,
    failed: failed === 0 && code !== 0 ? 1 : failed,
    skipped: summary.numPendingTests,
    output: summary.testResults
      .filter(({ status }) => status === 'failed')
      .map(({ name, message }) => `${name}\n${message}`)
      .join('\n'),
  };
}

function summarise() {
  const bad = results.filter(({ failed }) => failed > 0);
  process.stdout.write(`\n${results.map(line).join('\n')}\n`);

  const sum = (key) => results.reduce((total, result) => total + result[key], 0);
  const totals = { passed: sum('passed'), failed: sum('failed') };
  if (process.env.KURULTAI_TEST_REPORT) writeFileSync(process.env.KURULTAI_TEST_REPORT, JSON.stringify(totals));

  for (const { part, output } of bad) process.stdout.write(`\n── ${part} failed ──\n${output.trimEnd()}\n`);
  if (bad.length > 0) process.stdout.write(`\nFailed: ${bad.map(({ part }) => part).join(', ')}\n`);
  process.exitCode = bad.length > 0 ? 1 : 0;
}

function line({ part, passed, failed, skipped = 0, time }) {
  const counts = [`${passed} passed`, failed && `${failed} failed`, skipped && `${skipped} skipped`].filter(Boolean);
  return `${failed > 0 ? '✗' : '✓'} ${part.padEnd(8)} ${counts.join(', ')}  ${time}`;
}
