import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { connect, type AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { chromium, firefox, type Browser } from '@playwright/test';
import { leading } from './lead-on.js';
import { hostOf, within, type Side } from './networks';

const PROGRAM = fileURLToPath(new URL('browser-server.js', import.meta.url));

/** A browser on the machine of a side, and what ends it. */
export interface FarBrowser {
	browser: Browser;
	end(): Promise<void>;
	/** Ends it as a machine does whose power fails: no page is left, no connection closed by it. */
	kill(): Promise<void>;
}

/** Starts a browser in the network namespace of a side, and drives it from here. */
export async function startBrowser(side: Side, name: 'chromium' | 'firefox'): Promise<FarBrowser> {
	const folder = mkdtempSync(join(tmpdir(), 'parley-far-'));
	const path = join(folder, 'socket');
	const [command, words] = within(hostOf(side), `${process.execPath} ${PROGRAM} ${name} ${path}`);
	const driven = spawn(command, words, { stdio: ['pipe', 'pipe', 'inherit'] });
	const ended = once(driven, 'exit');
	const led = leading(() => connect(path));
	async function end() {
		led.close();
		driven.stdin.end();
		await ended;
		rmSync(folder, { recursive: true, force: true });
	}
	try {
		const said = createInterface({ input: driven.stdout })[Symbol.asyncIterator]();
		const { value: endpoint, done } = await said.next();
		if (done) throw new Error(`${name} did not start on the machine of ${side}.`);
		led.listen(0, '127.0.0.1');
		await once(led, 'listening');
		const { port } = led.address() as AddressInfo;
		const browser = await { chromium, firefox }[name].connect(`ws://127.0.0.1:${port}${endpoint}`);
		return {
			browser,
			async end() {
				await browser.close();
				await end();
			},
			async kill() {
				const gone = new Promise((resolve) => browser.once('disconnected', resolve));
				driven.stdin.write('kill');
				await gone;
				await end();
			}
		};
	} catch (error) {
		await end();
		throw error;
	}
}
