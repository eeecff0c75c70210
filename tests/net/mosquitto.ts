import { spawn, spawnSync } from 'node:child_process';
import { chmodSync, existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { getCertificate } from '@vitejs/plugin-basic-ssl';
import { listens } from '../tools/listening';
import { isTaken, onServer, SERVER } from './networks';

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
`;

/** Where it listens. A listener of WebSocket is bound to an interface, and not to an address. */
const PLACES = {
	/** For this machine, and nobody else. */
	here: {
		url: `ws://127.0.0.1:${PORT}/`,
		listeners: `listener ${PLAIN_PORT} 127.0.0.1\nlistener ${PORT} lo\nprotocol websockets\n`
	},
	/** On the server of the public segment, with a certificate that signs itself. */
	public: {
		url: `wss://${SERVER}:${PORT}/`,
		listeners: `listener ${PORT}\nprotocol websockets\n`
	}
};

/** Mosquitto, as the distribution has it. @returns where it is, and what ends it */
export async function startMosquitto(
	where: keyof typeof PLACES = 'here'
): Promise<{ url: string; stop: () => Promise<void> }> {
	const { url, listeners } = PLACES[where];
	const folder = mkdtempSync(join(tmpdir(), 'parley-mosquitto-'));
	// Started by root it becomes another user.
	chmodSync(folder, 0o755);
	const file = join(folder, 'mosquitto.conf');
	let security = '';
	if (where === 'public') {
		const pem = join(folder, 'own.pem');
		writeFileSync(pem, await getCertificate(folder, 'parley', [SERVER]));
		security = `certfile ${pem}\nkeyfile ${pem}\n`;
	}
	writeFileSync(file, CONFIGURATION + listeners + security);
	const words = `${PROGRAM} -c ${file}`;
	const [program, rest] = where === 'public' ? onServer(words) : [PROGRAM, ['-c', file]];
	const broker = spawn(program, rest, { stdio: 'ignore' });
	const listening = where === 'public' ? () => isTaken(PORT) : { host: '127.0.0.1', port: PORT };
	if (!(await listens(listening))) {
		throw new Error(`Mosquitto does not listen on port ${PORT}.`);
	}
	return {
		url,
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
