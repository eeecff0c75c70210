/** Names of this very machine, to which a page may speak as it likes (Secure Contexts, 3.1). */
const OWN = /^(localhost|127\.\d+\.\d+\.\d+|\[::1\])$/;

/**
 * Whether a browser keeps a page from a broker because the page is safer than what it would open (Mixed Content, 4.4).
 *
 * @param url as `readBrokerUrl` gives it
 * @param page the protocol of the page, with its colon
 */
export const isMixed = (url: string, page: string): boolean =>
	page === 'https:' && url.startsWith('ws:') && !OWN.test(new URL(url).hostname);
