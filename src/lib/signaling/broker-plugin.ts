import type { Server } from 'node:http';
import type { Plugin, PreviewServer, ViteDevServer } from 'vite';
import { embedBroker } from './embedded-broker.ts';

/**
 * Vite plugin: the server that serves the site is a broker too, at `mqtt` below its base, so that two machines need nothing
 * but it. With `BROKER=wss://…` the site is built for another, and the server is none.
 */
export function broker(): Plugin {
	const other = process.env.BROKER ?? '';
	const beside = async ({ httpServer, config }: PreviewServer | ViteDevServer) => {
		if (other !== '' || !httpServer) return;
		const { close } = await embedBroker(httpServer as Server, `${config.base}mqtt`);
		httpServer.on('close', () => void close());
	};
	return {
		name: 'parley:broker',
		config: () => ({ define: { __BROKER__: JSON.stringify(other) } }),
		configureServer: beside,
		configurePreviewServer: beside
	};
}
