/** What one side tells the other, as JSON: a description, or a candidate. */
export interface NegotiationMessage {
	description?: RTCSessionDescriptionInit | null;
	candidate?: RTCIceCandidateInit | null;
}

/** What a connection does not know of itself. */
export interface Negotiator {
	/** Whether this side gives way where both offer. True on one side, false on the other. */
	polite: boolean;
	/** Carries a message to the other side; messages arrive in the order in which they were sent. */
	send: (message: NegotiationMessage) => void;
}

/**
 * Perfect negotiation (webrtc-pc, 10.7): from now on either side may add, change or take away at any
 * time, and what crosses is settled, without a word more of signaling than offers and answers.
 *
 * A module without imports: it is the program that the lesson on glare shows, and stands for itself.
 *
 * @returns what takes a message of the other side; rejects where the connection refuses it, but for a
 * candidate of an offer that was dropped
 */
export function negotiatePerfectly(
	pc: RTCPeerConnection,
	{ polite, send }: Negotiator
): (message: NegotiationMessage) => Promise<void> {
	let makingOffer = false;
	let settingAnswer = false;
	let ignoring = false;

	pc.onnegotiationneeded = async () => {
		makingOffer = true;
		try {
			await pc.setLocalDescription();
			send({ description: pc.localDescription });
		} finally {
			makingOffer = false;
		}
	};

	pc.onicecandidate = ({ candidate }) => send({ candidate });

	const receive = async ({ description, candidate }: NegotiationMessage) => {
		if (candidate) {
			const dropped = ignoring;
			await pc.addIceCandidate(candidate).catch((error) => {
				if (!dropped) throw error;
			});
		}
		if (!description) return;
		const stable = pc.signalingState === 'stable' || settingAnswer;
		const free = stable && !makingOffer;
		ignoring = description.type === 'offer' && !free && !polite;
		if (ignoring) return;
		settingAnswer = description.type === 'answer';
		await pc.setRemoteDescription(description).finally(() => (settingAnswer = false));
		if (description.type === 'offer') {
			await pc.setLocalDescription();
			send({ description: pc.localDescription });
		}
	};

	return receive;
}
