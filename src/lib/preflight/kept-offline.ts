import { completeOffline, type OfflineState } from '../offline';
import { bad, good, type Verdict } from './verdict';

export interface KeptOfflineScope {
	/** Fetches what is missing, and tells what is still missing then. */
	complete: () => Promise<OfflineState>;
}

/** Makes sure that the whole site is in this browser, and fetches what is not. */
export async function checkKeptOffline(
	{ complete }: KeptOfflineScope = { complete: completeOffline }
): Promise<Verdict> {
	const state = await complete();
	if (state.ready) {
		return good(
			state.newerWaits
				? 'The whole site is in this browser. A newer version is waiting: it will be shown once all windows of the site are closed.'
				: 'The whole site is in this browser and works without a network.'
		);
	}
	switch (state.reason) {
		case 'unsupported':
			return bad(
				'This browser keeps no site offline here: it offers no service worker.',
				'Open the site over https or on localhost, not in a private window, and not in a browser that clears its data.'
			);
		case 'unregistered':
			return bad(
				'The site is not kept in this browser: its service worker was refused or could not be loaded.',
				'Connect to the network, load this page again, and allow this site to keep data. Then check again.'
			);
		case 'installing':
			return bad(
				'The site is still being fetched, or some of its files cannot be.',
				'Wait a moment with the network connected, and check again.'
			);
		case 'silent':
			return bad(
				'The service worker does not answer.',
				'Close all windows of this site, open it again, and check again.'
			);
		case 'incomplete':
			return bad(
				`${state.missing} files are missing in this browser. ${state.problem ?? ''}`.trim(),
				'Connect to the network and check again; if that does not help, close all windows of the site and open it again.'
			);
	}
}
