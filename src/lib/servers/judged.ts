/** What came of a test of one server, in words for whoever runs it or the network before it. */
export interface Judged {
	/** `unknown` where the browser does not tell, or somebody stopped it. */
	readonly status: 'good' | 'bad' | 'unknown';
	/** What was seen, a sentence each. */
	readonly says: readonly string[];
	/** What to do about it; null where nothing has to be done. */
	readonly todo: string | null;
}

/** An address with its port, IPv6 in brackets. */
export function place({ address, port }: { address: string; port: number }): string {
	const bare = address.replace(/^\[|\]$/g, '');
	return bare.includes(':') ? `[${bare}]:${port}` : `${bare}:${port}`;
}
