import { within } from '../offline/within';
import { bad, good, wordsOf, type Verdict } from './verdict';

export interface WebrtcScope {
	/** undefined where WebRTC is switched off. */
	RTCPeerConnection: typeof RTCPeerConnection | undefined;
	/** How long the first candidate may take, in milliseconds. */
	patience: number;
}

const browserScope = (): WebrtcScope => ({
	RTCPeerConnection: globalThis.RTCPeerConnection as typeof RTCPeerConnection | undefined,
	patience: 5000
});

const NO_WEBRTC = [
	'This browser has no RTCPeerConnection: WebRTC is switched off.',
	'Switch it on (in Firefox: media.peerconnection.enabled in about:config), disable extensions that block it, or use another browser.'
] as const;

/** Makes an offer, and waits for the first address at which this browser can be reached. */
export async function checkWebrtc(scope = browserScope()): Promise<Verdict> {
	if (!scope.RTCPeerConnection) return bad(...NO_WEBRTC);
	let pc: RTCPeerConnection | undefined;
	try {
		pc = new scope.RTCPeerConnection();
		const candidate = firstCandidate(pc);
		pc.addTransceiver('video');
		await pc.setLocalDescription(await pc.createOffer());
		const found = await within(scope.patience, candidate);
		if (found)
			return good(
				`This browser makes offers and finds addresses: ${found.type} ${found.protocol}.`
			);
		return bad(
			'The browser found no address at which it can be reached, so two peers cannot connect.',
			'Turn Wi-Fi on, without joining a network if there is none, and disable VPNs and extensions that keep WebRTC from local addresses. Then check again.'
		);
	} catch (error) {
		return bad(
			`WebRTC is there, but does not work. ${wordsOf(error)}`,
			'Restart the browser and check again; if that does not help, use another one.'
		);
	} finally {
		pc?.close();
	}
}

/** null where gathering ends without one. */
function firstCandidate(pc: RTCPeerConnection): Promise<RTCIceCandidate | null> {
	return new Promise((resolve) => {
		pc.addEventListener('icecandidate', ({ candidate }) => {
			// Firefox ends each section by an empty one.
			if (candidate?.candidate !== '') resolve(candidate);
		});
	});
}
