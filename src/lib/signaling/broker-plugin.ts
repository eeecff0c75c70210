import type { Server } from 'node:http';
import type { Plugin, PreviewServer, ViteDevServer } from 'vite';
import { embedBroker } from './embedded-broker.ts';

/**
 * Vite plugin: the server that serves the site is a broker too, at `mqtt` below its base, so that two machines need nothing
 * but it. With `BROKER=wss://…` the site is built for another, and the server is none.
 */
export function broker(): Plugin {
	const other = process.env.BROKER ?? '';
	const beside = async (
		kind: 'server' | 'preview',
		{ httpServer, config }: PreviewServer | ViteDevServer
	) => {
		if (other !== '' || !httpServer) return;
		const isOwnName = ownNames(config[kind].host, config[kind].allowedHosts);
		const { close } = await embedBroker(httpServer as Server, `${config.base}mqtt`, isOwnName);
		httpServer.on('close', () => void close());
	};
	return {
		name: 'parley:broker',
		config: () => ({ define: { __BROKER__: JSON.stringify(other) } }),
		configureServer: (server) => beside('server', server),
		configurePreviewServer: (server) => beside('preview', server)
	};
}

/** Whether a name is one that the site is served by, as `host` and `allowedHosts` of Vite say. */
function ownNames(host: string | boolean | undefined, allowed: true | string[] | undefined) {
	return (name: string): boolean =>
		allowed === true ||
		name === host ||
		(allowed ?? []).some((one) => {
			return one.startsWith('.') ? name === one.slice(1) || name.endsWith(one) : name === one;
		});
}
