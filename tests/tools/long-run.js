/**
 * Runs every test, with the long matrices and soaks, and says at its end in a table what it did: `npm run test:long`. A part that
 * fails keeps none of the others from being run.
 */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const folder = mkdtempSync(join(tmpdir(), 'parley-long-'));
const BASE = { BASE_PATH: '/parley' };
/** What is opened below a path as well. */
const BASED = ['policy', 'nothing-leaves', 'deep-links', 'offline-shell'];
/** Tests that read each slide for 8 s: they wait for most of their time, and ten beside each other are too much for two cores. */
const SLOW_READERS = '@reading';

/** @typedef {{ passed: number | string, failed: number | string, skipped: number | string }} Counted */

/**
 * Runs a command, shown as it goes.
 * @param {string} command
 * @param {readonly string[]} words
 * @param {Record<string, string>} env
 * @returns {boolean} whether it came out well
 */
function run(command, words, env = {}) {
	const { status } = spawnSync('npx', [command, ...words], {
		stdio: 'inherit',
		env: { ...process.env, ...env }
	});
	return status === 0;
}

/**
 * What a reporter has written; null where it came to nothing.
 * @template T
 * @param {string} file
 * @param {(written: T) => Counted} counts
 */
function read(file, counts) {
	try {
		return counts(/** @type {T} */ (JSON.parse(readFileSync(file, 'utf8'))));
	} catch {
		return null;
	}
}

/** The tests of units. */
function units() {
	const file = join(folder, 'units.json');
	const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${file}`];
	const isGood = run('vitest', ['run', ...reporters], { LONG: '1' });
	/** @param {Record<'numPassedTests' | 'numFailedTests' | 'numPendingTests', number>} written */
	const counts = ({ numPassedTests, numFailedTests, numPendingTests }) => ({
		passed: numPassedTests,
		failed: numFailedTests,
		skipped: numPendingTests
	});
	return { isGood, counted: read(file, counts) };
}

/**
 * The built site in both browsers.
 * @param {string} name of what the reporter writes
 * @param {readonly string[]} words which tests, as Playwright's command takes it; all, where there are none
 * @param {Record<string, string>} env
 */
function site(name, words, env) {
	const file = join(folder, `${name}.json`);
	const isBuilt = run('vite', ['build'], env);
	const isGood =
		isBuilt &&
		run('playwright', ['test', ...words, '--reporter=list,json'], {
			...env,
			PLAYWRIGHT_JSON_OUTPUT_FILE: file
		});
	/** @param {{ stats: Record<'expected' | 'unexpected' | 'skipped', number> }} written */
	const counts = ({ stats: { expected, unexpected, skipped } }) => ({
		passed: expected,
		failed: unexpected,
		skipped
	});
	return { isGood, counted: read(file, counts) };
}

const PARTS = {
	units,
	'built site': () => site('site', ['--grep-invert', SLOW_READERS], { LONG: '1' }),
	'read slowly': () => site('read', ['--grep', SLOW_READERS, '--workers', '4'], { LONG: '1' }),
	'below a path': () => site('based', BASED, { ...BASE, WHOLE: '1' })
};

const nothing = { passed: '–', failed: '–', skipped: '–' };
const rows = Object.entries(PARTS).map(([part, perform]) => {
	const began = Date.now();
	const { isGood, counted } = perform();
	const minutes = Math.round((Date.now() - began) / 6000) / 10;
	return { part, ...(counted ?? nothing), minutes, 'came out': isGood ? 'well' : 'badly' };
});
rmSync(folder, { recursive: true, force: true });
console.table(Object.fromEntries(rows.map(({ part, ...row }) => [part, row])));
process.exitCode = rows.every((row) => row['came out'] === 'well') ? 0 : 1;
