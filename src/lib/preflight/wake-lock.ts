import { bad, good, wordsOf, type Verdict } from './verdict';

export interface WakeLockScope {
	/** undefined where the browser has none. */
	wakeLock: Pick<WakeLock, 'request'> | undefined;
}

const SETTINGS =
	'In the system’s settings, let the screen stay on, and the computer awake, for the length of the talk.';

/** Asks for a screen wake lock (W3C Screen Wake Lock), as the stage does, and lets it go again. */
export async function checkWakeLock(
	{ wakeLock }: WakeLockScope = { wakeLock: navigator.wakeLock as WakeLock | undefined }
): Promise<Verdict> {
	if (!wakeLock) return bad('This browser cannot keep the screen from going dark.', SETTINGS);
	try {
		const lock = await wakeLock.request('screen');
		await lock.release();
		return good('The stage can keep the screen from going dark.');
	} catch (error) {
		return bad(
			`The screen cannot be kept from going dark. ${wordsOf(error)}`,
			`Connect the power supply, and turn battery saving off. ${SETTINGS}`
		);
	}
}
