/**
 * What this browser says against a configuration; null where it takes it. A connection is made and closed: nothing is
 * sent, because nothing is gathered.
 */
export function refusalOf(configuration: RTCConfiguration): string | null {
	try {
		// A pool would be gathered at once (webrtc-pc, 4.4.1.6).
		new RTCPeerConnection({ ...configuration, iceCandidatePoolSize: 0 }).close();
		return null;
	} catch (error) {
		return error instanceof Error ? error.message : String(error);
	}
}
