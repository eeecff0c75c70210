import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { build, copyOfSite } from '../tools/copy-of-site';
import { listens } from '../tools/listening';
import { startPublicMosquitto } from './mosquitto';
import { isTaken, onServer, SERVER } from './networks';

/** Parley on the server that both machines reach. */
export interface ServedSite {
	url: string;
	/** What a browser has to trust beside it, whose certificates are taken by host and port: as a page of `https`. */
	broker?: string;
	end(): Promise<void>;
}

const PORTS = { own: 4173, other: 4174 };

/**
 * `npm start -- --host --https` on the server.
 * @param folder where the site was built
 * @param told what it is told beside that: of another broker, or it would be one itself
 * @throws where it was not
 */
async function serve(folder: string, port: number, told = {}): Promise<ServedSite> {
	const [command, words] = onServer(`${process.execPath} src/commands/serve.js --host --https`);
	const env = { ...process.env, PORT: String(port), ...told };
	const site = spawn(command, words, { cwd: folder, env, stdio: 'ignore' });
	const ended = new Promise<void>((done) => void site.once('exit', () => done()));
	const end = () => (site.kill(), ended);
	if (await listens(() => isTaken(port))) return { url: `https://${SERVER}:${port}/`, end };
	await end();
	throw new Error(`${folder} is not served: npm run build makes the site.`);
}

/** The site as it was built, which is its own broker. */
export const serveSite = () => serve(resolve('.'), PORTS.own);

/** The site as it is built for a broker that is none of ours, and that broker: Mosquitto. */
export async function serveWithMosquitto(): Promise<ServedSite> {
	const folder = mkdtempSync(join(tmpdir(), 'parley-other-broker-'));
	const remove = () => rmSync(folder, { recursive: true, force: true });
	const broker = await startPublicMosquitto();
	try {
		const told = { BROKER: broker.url };
		const { code, output } = await build(copyOfSite(folder), told);
		if (code !== 0) throw new Error(output);
		const site = await serve(folder, PORTS.other, told);
		return {
			url: site.url,
			broker: broker.url.replace('wss', 'https'),
			async end() {
				await site.end();
				await broker.stop();
				remove();
			}
		};
	} catch (error) {
		await broker.stop();
		remove();
		throw error;
	}
}
