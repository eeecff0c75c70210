import { spawn, spawnSync } from 'node:child_process';
import { chmodSync, existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { listens } from '../tools/listening';
import { isTaken, onServer, SERVER } from './networks';

const PROGRAM = '/usr/sbin/mosquitto';
const PLAIN_PORT = 18_830;
const PORT = 18_831;
const TLS_PORT = 18_832;

/** What these tests need and this machine has not: nothing where they can be run. */
export const lacksMosquitto = (): string[] =>
	existsSync(PROGRAM) ? [] : ['mosquitto (Debian: mosquitto)'];

/**
 * A broker that thousands may be at: what waits for a slow member is never left out. With a listener of WebSocket alone
 * it would not start, and that one is bound to an interface.
 */
const CONFIGURATION = `
allow_anonymous true
persistence false
max_queued_messages 0
max_inflight_messages 0
listener ${PLAIN_PORT} 127.0.0.1
listener ${PORT} lo
protocol websockets
`;

/** A broker, and what ends it. */
export interface Broker {
	url: string;
	stop(): Promise<void>;
}

/** Starts a program. @returns what ends it, and waits for that: it may have ended by itself */
function started(command: readonly [string, string[]]): () => Promise<void> {
	const program = spawn(...command, { stdio: 'ignore' });
	const ended = new Promise<void>((resolve) => program.once('exit', () => resolve()));
	return () => {
		program.kill();
		return ended;
	};
}

/**
 * Mosquitto, as the distribution has it.
 * @param on has a command run on the machine where it shall be: on this one, if that is not said
 * @param isOpen whether somebody listens there at a port
 */
export async function startMosquitto(
	on: (command: string) => readonly [string, string[]] = inWords,
	isOpen?: (port: number) => boolean
): Promise<Broker> {
	const folder = mkdtempSync(join(tmpdir(), 'parley-mosquitto-'));
	// Started by root it becomes another user.
	chmodSync(folder, 0o755);
	const file = join(folder, 'mosquitto.conf');
	writeFileSync(file, CONFIGURATION);
	const end = started(on(`${PROGRAM} -c ${file}`));
	const stop = async () => {
		await end();
		rmSync(folder, { recursive: true, force: true });
	};
	if (await listens(isOpen ? () => isOpen(PORT) : { host: '127.0.0.1', port: PORT })) {
		return { url: `ws://127.0.0.1:${PORT}/`, stop };
	}
	await stop();
	throw new Error(`Mosquitto does not listen on port ${PORT}.`);
}

/** A command as `spawn` takes it. */
function inWords(command: string): readonly [string, string[]] {
	const [program, ...words] = command.split(' ');
	return [program!, words];
}

/**
 * Mosquitto on the server of the public segment, behind a proxy that speaks TLS. Its own would do for Chromium alone:
 * it offers HTTP/2, in which Firefox opens its WebSocket, and breaks that with the first message (2.0.11).
 */
export async function startPublicMosquitto(): Promise<Broker> {
	const broker = await startMosquitto(onServer, isTaken);
	const folder = mkdtempSync(join(tmpdir(), 'parley-proxy-'));
	const script = fileURLToPath(new URL('tls-proxy.js', import.meta.url));
	const words = [process.execPath, script, String(TLS_PORT), String(PORT), folder].join(' ');
	const endProxy = started(onServer(words));
	const stop = async () => {
		await endProxy();
		await broker.stop();
		rmSync(folder, { recursive: true, force: true });
	};
	if (await listens(() => isTaken(TLS_PORT))) return { url: `wss://${SERVER}:${TLS_PORT}/`, stop };
	await stop();
	throw new Error(`No proxy listens on port ${TLS_PORT}.`);
}

/** Its version, as it says itself. */
export const versionOfMosquitto = (): string => {
	// It ends as one that was called wrongly.
	const { stdout } = spawnSync(PROGRAM, ['-h']);
	return stdout.toString().split('\n')[0]!;
};
