import type { Json, TraceEntry } from '../../trace';

/** What a connection was configured with, as far as it decides on candidates (webrtc-pc, 4.2.1). */
export interface Configuration {
	/** `all` or `relay`. */
	readonly policy: string;
	/** The URLs of its STUN and TURN servers. */
	readonly servers: readonly string[];
}

const textsOf = (value: Json | undefined): string[] =>
	(Array.isArray(value) ? value : [value]).filter((one) => typeof one === 'string');

/** The configuration that a connection was made with, or was given later. */
export function configurationOf(entries: readonly TraceEntry[]): Configuration {
	const given = entries.findLast(
		({ kind, name }) =>
			kind === 'call' && (name === 'RTCPeerConnection' || name === 'setConfiguration')
	)?.data;
	if (given === null || typeof given !== 'object' || Array.isArray(given)) {
		return { policy: 'all', servers: [] };
	}
	const { iceServers, iceTransportPolicy } = given;
	const servers = (Array.isArray(iceServers) ? iceServers : []).flatMap((server) =>
		server !== null && typeof server === 'object' && !Array.isArray(server)
			? textsOf(server.urls ?? server.url)
			: textsOf(server)
	);
	return { policy: iceTransportPolicy === 'relay' ? 'relay' : 'all', servers };
}
