import { bad, good, unknown, type Verdict } from './verdict';

/** Of the Window Management API, which TypeScript does not know yet. */
interface ScreenDetails {
	screens: readonly { label: string; width: number; height: number; isPrimary: boolean }[];
}

export interface ScreensScope {
	/** Chromium; asks for a permission. */
	getScreenDetails: (() => Promise<ScreenDetails>) | undefined;
	/** undefined where the browser does not tell. */
	isExtended: boolean | undefined;
}

const browserScope = (): ScreensScope => {
	const { getScreenDetails } = window as { getScreenDetails?: () => Promise<ScreenDetails> };
	const { isExtended } = screen as { isExtended?: boolean };
	return { getScreenDetails: getScreenDetails?.bind(window), isExtended };
};

const EXTEND =
	'Connect the projector, and in the system’s display settings choose to extend the desktop, not to mirror it. Then check again.';

/** Looks for a second screen, so that the audience sees the stage and the speaker the notes. */
export async function checkScreens(scope = browserScope()): Promise<Verdict> {
	const details = await scope.getScreenDetails?.().catch(() => undefined);
	if (details && details.screens.length > 1) {
		const names = details.screens.map(
			({ label, width, height }) => `${label || 'a screen'}, ${width} × ${height}`
		);
		return good(`${names.length} screens: ${names.join('; ')}.`);
	}
	const isExtended = details ? false : scope.isExtended;
	if (isExtended === undefined) {
		return unknown(
			'This browser does not tell whether there is a second screen.',
			'Look at the projector: it should show a different picture from this screen. If it shows the same, choose to extend the desktop in the system’s display settings.'
		);
	}
	return isExtended
		? good('The desktop extends over more than one screen.')
		: bad('There is only one screen, or the projector mirrors this one.', EXTEND);
}
