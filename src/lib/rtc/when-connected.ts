/**
 * Resolves once a connection is connected, or will not be: it has failed or is closed, or so many
 * milliseconds have passed (webrtc-pc, 4.4.3, connectionState).
 */
export function whenConnected(
	pc: Pick<RTCPeerConnection, 'connectionState' | 'addEventListener' | 'removeEventListener'>,
	patience: number
): Promise<void> {
	const isDecided = () => ['connected', 'failed', 'closed'].includes(pc.connectionState);
	return new Promise((resolve) => {
		const look = () => {
			if (isDecided()) end();
		};
		const timer = setTimeout(end, patience);
		function end() {
			clearTimeout(timer);
			pc.removeEventListener('connectionstatechange', look);
			resolve();
		}
		pc.addEventListener('connectionstatechange', look);
		look();
	});
}
