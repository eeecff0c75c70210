import type { BrowserContext, Page } from '@playwright/test';

declare global {
	interface Window {
		/** What the camera of `loopbackCamera` does. */
		device: { mute(): Promise<void>; unmute(): Promise<void>; end(): Promise<void> };
	}
}

/**
 * Gives the page a camera that the browser itself mutes and ends: what arrives over a connection of its
 * own, whose other side stops sending. It was used before, and is allowed.
 */
export async function loopbackCamera(page: Page | BrowserContext): Promise<void> {
	await page.addInitScript(install);
}

/** Runs in the page: it stands alone. */
function install() {
	localStorage.setItem('parley:camera', 'true');
	navigator.permissions.query = () =>
		Promise.resolve({ state: 'granted' } as unknown as PermissionStatus);
	const Connection = window.RTCPeerConnection;

	async function open() {
		const [near, far] = [new Connection(), new Connection()];
		near.onicecandidate = ({ candidate }) => void far.addIceCandidate(candidate ?? undefined);
		far.onicecandidate = ({ candidate }) => void near.addIceCandidate(candidate ?? undefined);
		const stream = new MediaStream();
		near.ontrack = ({ track }) => stream.addTrack(track);
		const canvas = document.createElement('canvas');
		const ink = canvas.getContext('2d')!;
		setInterval(() => ink.fillRect(0, 0, Math.random() * 300, 150), 50);
		far.addTrack(canvas.captureStream(20).getVideoTracks()[0]!);

		async function negotiate() {
			await far.setLocalDescription();
			await near.setRemoteDescription(far.localDescription!);
			await near.setLocalDescription();
			await far.setRemoteDescription(near.localDescription!);
		}
		const send = async (direction: RTCRtpTransceiverDirection) => {
			far.getTransceivers()[0]!.direction = direction;
			await negotiate();
		};
		window.device = {
			mute: () => send('inactive'),
			unmute: () => send('sendonly'),
			async end() {
				far.getTransceivers()[0]!.stop();
				await negotiate();
			}
		};
		await negotiate();
		return stream;
	}
	MediaDevices.prototype.getUserMedia = open;
}
