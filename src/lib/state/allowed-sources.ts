import { within } from '$lib/offline/within';
import { stepsUntilMedia, type Course } from '$lib/lessons/course';
import type { Source } from '$lib/steps/step';
import { PEER_NAMES, type PeerName } from '$lib/trace';
import { recall } from './kept';

type Sources = Record<PeerName, Source>;

/**
 * Milliseconds in which a browser says whether it allows the camera. It knows at once; one that does
 * not answer must not hold up what was pressed.
 */
const PATIENCE = 1000;

/** Whether a peer would open a camera in the steps after `done` up to `goal`. */
export function needsCamera(
	course: Pick<Course, 'steps'>,
	sources: Sources,
	done: number,
	goal: number
): boolean {
	return PEER_NAMES.some((peer) => opensCamera(course, peer, sources, done, goal));
}

function opensCamera(
	course: Pick<Course, 'steps'>,
	peer: PeerName,
	sources: Sources,
	done: number,
	goal: number
): boolean {
	const media = stepsUntilMedia(course, peer);
	return sources[peer] === 'camera' && done < media && media <= goal;
}

/**
 * The sources that may be used to perform the steps after `done` up to `goal` without asking anyone:
 * the test pattern takes the place of a camera that was not used or is not allowed.
 */
export async function allowedSources(
	course: Pick<Course, 'steps'>,
	sources: Sources,
	done: number,
	goal: number
): Promise<Sources> {
	const allowed = { ...sources };
	for (const peer of PEER_NAMES) {
		if (opensCamera(course, peer, sources, done, goal) && !(await cameraIsAllowed())) {
			allowed[peer] = 'pattern';
		}
	}
	return allowed;
}

/** Whether a replay may use the camera: it was used before, and the browser would not ask. */
async function cameraIsAllowed(): Promise<boolean> {
	if (!recall('camera')) return false;
	try {
		const status = await within(PATIENCE, navigator.permissions.query({ name: 'camera' }));
		return status?.state === 'granted';
	} catch {
		// A browser that cannot tell would ask.
		return false;
	}
}
