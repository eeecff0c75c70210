import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { listens } from './listening';
import { USER } from './login';
import { ownAddress } from './own-address';
import { freePort, type Place } from './turn-server';

/** A program with its words, as `spawn` takes them. */
type Command = readonly [program: string, words: string[]];

interface Elsewhere {
	/** What has a command run in another network. */
	within: (command: string) => Command;
	/** Whether the server listens there: from here it cannot be reached. */
	isOpen: () => boolean;
}

/**
 * Starts coturn, over UDP and TCP.
 * @returns what ends it; null where it is not on this machine, or does not listen
 */
export async function startCoturn(
	place: Place,
	elsewhere?: Elsewhere
): Promise<(() => void) | null> {
	const folder = mkdtempSync(join(tmpdir(), 'parley-coturn-'));
	const words = [
		'-n',
		`--listening-ip=${place.host}`,
		`--relay-ip=${place.host}`,
		`--listening-port=${place.port}`,
		'--lt-cred-mech',
		`--user=${USER.username}:${USER.credential}`,
		'--realm=parley.example',
		'--no-tls',
		'--no-dtls',
		'--no-cli',
		'--fingerprint',
		'--log-file=stdout',
		'--simple-log',
		`--pidfile=${folder}/pid`,
		`--userdb=${folder}/db`
	];
	const [program, all] = elsewhere?.within(['turnserver', ...words].join(' ')) ?? [
		'turnserver',
		words
	];
	const server = spawn(program, all, { stdio: 'ignore' });
	let isGone = false;
	server.on('error', () => (isGone = true));
	server.on('exit', () => (isGone = true));
	const end = () => {
		server.kill();
		rmSync(folder, { recursive: true, force: true });
	};
	if (await listens(elsewhere?.isOpen ?? place, () => isGone)) return end;
	end();
	return null;
}

/** A TURN server; null where coturn is not on this machine, or the machine has no network. */
export async function coturn(): Promise<(Place & { close(): void }) | null> {
	const host = ownAddress();
	if (host === undefined) return null;
	const place = { host, port: await freePort(host) };
	const close = await startCoturn(place);
	return close && { ...place, close };
}
