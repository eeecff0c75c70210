import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { USER } from './login';
import { ownAddress } from './own-address';
import { freePort, type Place } from './turn-server';

/** Whether somebody takes connections there. */
async function isOpen({ host, port }: Place): Promise<boolean> {
	const socket = connect({ host, port });
	const opened = once(socket, 'connect').then(
		() => true,
		() => false
	);
	const is = await opened;
	socket.destroy();
	return is;
}

/** So often, 100 ms apart, is a server asked whether it listens. */
const OFTEN = 50;

/** A TURN server over UDP and TCP; null where coturn is not on this machine, or the machine has no network. */
export async function coturn(): Promise<(Place & { close(): void }) | null> {
	const host = ownAddress();
	if (host === undefined) return null;
	const place = { host, port: await freePort(host) };
	const folder = mkdtempSync(join(tmpdir(), 'parley-coturn-'));
	const server = spawn(
		'turnserver',
		[
			'-n',
			`--listening-ip=${host}`,
			`--relay-ip=${host}`,
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
		],
		{ stdio: 'ignore' }
	);
	let isGone = false;
	server.on('error', () => (isGone = true));
	server.on('exit', () => (isGone = true));
	const close = () => {
		server.kill();
		rmSync(folder, { recursive: true, force: true });
	};
	for (let time = 0; time < OFTEN; time += 1) {
		await new Promise((resolve) => setTimeout(resolve, 100));
		if (isGone) break;
		if (await isOpen(place)) return { ...place, close };
	}
	close();
	return null;
}
