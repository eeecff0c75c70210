/** What keeps a text from being the address of a broker. */
export interface BrokerFault {
	/** A sentence. */
	readonly says: string;
	/** What to write in its place. */
	readonly todo: string;
}

/** Where a broker is, or why a text does not say it. */
export type BrokerUrl = { readonly url: string } | BrokerFault;

/** Of an address, in characters: it stands in links. */
export const LONGEST_BROKER = 200;

const TODO = 'Write it as wss://broker.example:8084/mqtt: brokers name the port and the path.';

/** Schemes of MQTT without WebSocket, as brokers and their tools write them. */
const OVER_TCP = /^(mqtts?|tcp|ssl|tls):$/;

/**
 * Reads the address of a broker: a WebSocket URL (WHATWG WebSockets, “WebSocket(url)”), over which it speaks MQTT
 * (OASIS MQTT 3.1.1, 6).
 *
 * @returns the address as a browser writes it, or what is wrong with the text
 */
export function readBrokerUrl(text: string): BrokerUrl {
	const written = text.trim();
	if (!URL.canParse(written)) return { says: `“${written}” is no address.`, todo: TODO };
	const { protocol, username, password, search, href } = new URL(written);
	if (OVER_TCP.test(protocol)) {
		const says = `${protocol}// is MQTT over TCP, which no page can open.`;
		return { says, todo: `Brokers offer it over WebSocket as well. ${TODO}` };
	}
	if (protocol !== 'wss:' && protocol !== 'ws:') {
		return { says: `“${written}” begins with neither wss:// nor ws://.`, todo: TODO };
	}
	if (username !== '' || password !== '') {
		const says = 'It has a name and a password in it, which whoever has the link would read.';
		return { says, todo: 'Only a broker that asks for none can carry a room.' };
	}
	if (search !== '') {
		const says = 'What stands behind its ? would stand in every link.';
		return { says, todo: 'Only a broker that needs nothing of that kind can carry a room.' };
	}
	if (href.includes('#')) return { says: 'No WebSocket has an address with a #.', todo: TODO };
	if (href.length > LONGEST_BROKER) {
		return { says: `It is longer than ${LONGEST_BROKER} characters.`, todo: TODO };
	}
	return { url: href };
}

/** A text that is the address of a broker, as a browser writes it. */
export function isBrokerUrl(text: string): boolean {
	const read = readBrokerUrl(text);
	return 'url' in read && read.url === text;
}
