import { createServer, type IncomingHttpHeaders, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';

/** The site, served a second time. */
export interface Site {
	server: Server;
	port: number;
	close(): void;
}

/**
 * Serves the site on another port as well.
 * @param from where it is served already
 * @param headers sent with every answer
 * @param change what becomes of a file that is text
 * @param trouble the status to answer with in place of a file; 0 to hang up
 */
export async function serveAgain(
	from: string,
	headers: Record<string, string> = {},
	change?: (path: string, text: string) => string,
	trouble: (path: string, headers: IncomingHttpHeaders) => number | undefined = () => undefined
): Promise<Site> {
	const server = createServer(async ({ url, headers: asking }, response) => {
		const failure = trouble(url!, asking);
		if (failure === 0) return void response.destroy();
		if (failure) return void response.writeHead(failure).end();
		const { status, headers: given, body } = await fetch(new URL(url!, from));
		const type = given.get('content-type');
		response.writeHead(status, { ...(type ? { 'content-type': type } : {}), ...headers });
		if (change && /html|javascript|json/.test(type ?? '')) {
			response.write(change(url!, await new Response(body).text()));
		} else if (body) {
			for await (const part of body) response.write(part);
		}
		response.end();
	});
	await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
	return {
		server,
		port: (server.address() as AddressInfo).port,
		close: () => {
			server.close();
			server.closeAllConnections();
		}
	};
}
