import { ask, mediaFault, stop } from './media-fault';
import { bad, good, type Verdict } from './verdict';

export interface CameraScope {
	mediaDevices: Pick<MediaDevices, 'getUserMedia'> | undefined;
}

/** Opens the camera, as the step does, and lets it go again. */
export async function checkCamera(
	{ mediaDevices }: CameraScope = { mediaDevices: navigator.mediaDevices }
): Promise<Verdict> {
	let stream: MediaStream;
	try {
		stream = await ask(mediaDevices, { video: true });
	} catch (error) {
		return mediaFault('camera', error);
	}
	try {
		const [track] = stream.getVideoTracks();
		if (!track || track.readyState !== 'live' || track.muted) {
			return bad(
				'The camera is open, but gives no picture.',
				'Open its shutter or switch it on, and check again. Without it, choose the test pattern.'
			);
		}
		const { width, height } = track.getSettings();
		const size = width && height ? `, ${width} × ${height}` : '';
		return good(`${track.label || 'A camera'}${size}.`);
	} finally {
		stop(stream);
	}
}
