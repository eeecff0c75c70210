import { spawn, spawnSync } from 'node:child_process';
import { chmodSync, existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { listens } from '../tools/listening';

const PROGRAM = '/usr/sbin/mosquitto';
const PLAIN_PORT = 18_830;
const PORT = 18_831;

/** What these tests need and this machine has not: nothing where they can be run. */
export const lacksMosquitto = (): string[] =>
	existsSync(PROGRAM) ? [] : ['mosquitto (Debian: mosquitto)'];

/** A broker that thousands may be at: what waits for a slow member is never left out. */
const CONFIGURATION = `
allow_anonymous true
persistence false
max_queued_messages 0
max_inflight_messages 0
listener ${PLAIN_PORT} 127.0.0.1
listener ${PORT} lo
protocol websockets
`;

/** Mosquitto, as the distribution has it. @returns where it is, and what ends it */
export async function startMosquitto(): Promise<{ url: string; stop: () => Promise<void> }> {
	const folder = mkdtempSync(join(tmpdir(), 'parley-mosquitto-'));
	// Started by root it becomes another user.
	chmodSync(folder, 0o755);
	const file = join(folder, 'mosquitto.conf');
	writeFileSync(file, CONFIGURATION);
	const broker = spawn(PROGRAM, ['-c', file], { stdio: 'ignore' });
	if (!(await listens({ host: '127.0.0.1', port: PORT }))) {
		throw new Error(`Mosquitto does not listen on port ${PORT}.`);
	}
	return {
		url: `ws://127.0.0.1:${PORT}/`,
		async stop() {
			const ended = new Promise((resolve) => broker.once('exit', resolve));
			broker.kill();
			await ended;
			rmSync(folder, { recursive: true, force: true });
		}
	};
}

/** Its version, as it says itself. */
export const versionOfMosquitto = (): string => {
	// It ends as one that was called wrongly.
	const { stdout } = spawnSync(PROGRAM, ['-h']);
	return stdout.toString().split('\n')[0]!;
};
