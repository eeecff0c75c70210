import { withPort } from '../ice/with-port';
import { bareHost } from './host';

/** What came of a test of one server, in words for whoever runs it or the network before it. */
export interface Judged {
	/** `unknown` where the browser does not tell, or somebody stopped it. */
	readonly status: 'good' | 'bad' | 'unknown';
	/** What was seen, a sentence each. */
	readonly says: readonly string[];
	/** What to do about it; null where nothing has to be done. */
	readonly todo: string | null;
}

/** An address with its port, whether a browser tells it with brackets or not. */
export function place({ address, port }: { address: string; port: number }): string {
	return withPort(bareHost(address), port);
}
