// Makes sure that Chromium and Firefox are there before the tests start: installed ones first, then
// Playwright's own, then the distribution's packages, else a sentence that says what to install.
import { spawnSync } from 'node:child_process';
import { findBrowser } from '../../src/commands/find-browser.js';

/** @param {string} command @param {string[]} args */
function run(command, args) {
	console.log(`> ${command} ${args.join(' ')}`);
	return spawnSync(command, args, { stdio: 'inherit', timeout: 600_000 }).status === 0;
}

/** @type {Record<'chromium' | 'firefox', string>} */
const PACKAGES = { chromium: 'chromium', firefox: 'firefox-esr' };

function missing() {
	return /** @type {('chromium' | 'firefox')[]} */ (['chromium', 'firefox']).filter(
		(name) => !findBrowser(name)
	);
}

for (const name of missing()) run('npx', ['playwright', 'install', '--with-deps', name]);

if (missing().length > 0 && run('apt-get', ['--version'])) {
	const sudo = process.getuid?.() === 0 ? [] : ['sudo', '-n'];
	const apt = [...sudo, 'env', 'DEBIAN_FRONTEND=noninteractive', 'apt-get'];
	run(/** @type {string} */ (apt[0]), [...apt.slice(1), 'update', '-qq']);
	for (const name of missing()) {
		run(/** @type {string} */ (apt[0]), [...apt.slice(1), 'install', '-y', '-qq', PACKAGES[name]]);
	}
}

const still = missing();
if (still.length > 0) {
	console.error(
		`The tests run in real browsers and found no ${still.join(' and no ')}. ` +
			`Install ${still.map((name) => PACKAGES[name]).join(' and ')} with your system's package manager, ` +
			'or run "npx playwright install" where downloads are allowed, and start npm test again.'
	);
	process.exit(1);
}
for (const name of /** @type {const} */ (['chromium', 'firefox'])) {
	const browser = findBrowser(name);
	console.log(`${name}: ${browser?.executablePath ?? "Playwright's own"}`);
}
