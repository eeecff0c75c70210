import { bad, good, wordsOf, type Verdict } from './verdict';

export interface FullScreenScope {
	/** What fills the screen. */
	element: Pick<Element, 'requestFullscreen'>;
	document: Pick<Document, 'fullscreenEnabled' | 'exitFullscreen'>;
}

const BY_HAND =
	'Use the browser’s own full screen on stage: F11, or Control–Command–F. Open the site in its own window, not inside another page.';

/** Fills the screen and leaves it again. Has to be called by a press: browsers demand it. */
export async function checkFullScreen(
	scope: FullScreenScope = { element: document.documentElement, document }
): Promise<Verdict> {
	if (!scope.document.fullscreenEnabled) {
		return bad('This browser does not let the page fill the screen.', BY_HAND);
	}
	try {
		await scope.element.requestFullscreen({ navigationUI: 'hide' });
		await scope.document.exitFullscreen();
		return good('The stage can fill the screen.');
	} catch (error) {
		return bad(`The page could not fill the screen. ${wordsOf(error)}`, BY_HAND);
	}
}
