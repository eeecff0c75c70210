import { stepsUntilMedia, type Source } from '$lib/steps';
import { PEER_NAMES, type PeerName } from '$lib/trace';
import { recall } from './kept';

/**
 * The sources that may be used to perform the steps after `done` up to `goal` without asking anyone:
 * the test pattern takes the place of a camera that was not used or is not allowed.
 */
export async function allowedSources(
	sources: Record<PeerName, Source>,
	done: number,
	goal: number
): Promise<Record<PeerName, Source>> {
	const allowed = { ...sources };
	for (const peer of PEER_NAMES) {
		const media = stepsUntilMedia(peer);
		const isPerformed = done < media && media <= goal;
		if (isPerformed && sources[peer] === 'camera' && !(await cameraIsAllowed())) {
			allowed[peer] = 'pattern';
		}
	}
	return allowed;
}

/** Whether a replay may use the camera: it was used before, and the browser would not ask. */
async function cameraIsAllowed(): Promise<boolean> {
	if (!recall('camera')) return false;
	try {
		const status = await navigator.permissions.query({ name: 'camera' });
		return status.state === 'granted';
	} catch {
		// A browser that cannot tell would ask.
		return false;
	}
}
