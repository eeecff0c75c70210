import type { Json } from '../trace';

/** Members as Chrome wrote them one after the other, behind their names. */
const membersIn = (text: string, pattern: RegExp): { [name: string]: string } =>
	Object.fromEntries([...text.matchAll(pattern)].map(([, name, value]) => [name!, value!]));

// { iceServers: [stun:stun.example.org, turn:…], iceTransportPolicy: all, bundlePolicy: balanced, … }
const CONFIGURATION = /^\{ iceServers: \[([^\]]*)\]((?:, \w+: [^,{}]+)*) \}$/;

// url: turn:turn.example.org\naddress: 192.168.1.x\nport: 50001\n…\nerror_code: 701
const SERVER_ERROR = /^(?:\w+: [^\n]*\n){2,}error_code: \d+\s*$/;

/**
 * What chrome://webrtc-internals wrote as a text of its own before Chrome 138 wrote JSON: the configuration
 * of a connection, and an error of a STUN or TURN server. undefined where it is neither.
 * @see https://source.chromium.org/chromium/chromium/src/+/main:third_party/blink/renderer/modules/peerconnection/peer_connection_tracker.cc
 */
export function readOldText(text: string): Json | undefined {
	const [configuration, servers = '', rest = ''] = CONFIGURATION.exec(text) ?? [];
	if (configuration !== undefined) {
		const urls = servers.split(', ').filter(Boolean);
		return {
			iceServers: urls.map((url) => ({ urls: [url] })),
			...membersIn(rest, /, (\w+): ([^,]+)/g)
		};
	}
	return SERVER_ERROR.test(text) ? membersIn(text, /^(\w+): (.*)$/gm) : undefined;
}
