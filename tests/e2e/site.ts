import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

/** The site, served a second time. */
export interface Site {
	port: number;
	close(): void;
}

/**
 * Serves the site on another port as well.
 * @param from where it is served already
 * @param headers sent with every answer
 * @param change what becomes of a file that is text
 */
export async function serveAgain(
	from: string,
	headers: Record<string, string> = {},
	change?: (path: string, text: string) => string
): Promise<Site> {
	const server = createServer(async ({ url }, response) => {
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
		port: (server.address() as AddressInfo).port,
		close: () => {
			server.close();
			server.closeAllConnections();
		}
	};
}
