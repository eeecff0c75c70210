import type { Obstacle } from '$lib/tabs/sharing';

/** What keeps tabs and windows apart: in a few words, and in sentences with what can be done. */
export const OBSTACLES: Readonly<Record<Obstacle, { words: string; sentence: string }>> = {
	insecure: {
		words: 'at this address the browser keeps windows apart',
		sentence:
			'At this address the browser keeps tabs and windows apart: it must begin with https, or with http://localhost.'
	},
	unsupported: {
		words: 'this browser has no Web Locks or no BroadcastChannel',
		sentence:
			'This browser has no Web Locks or no BroadcastChannel, by which tabs and windows find each other.'
	},
	blocked: {
		words: 'this browser blocks site data',
		sentence:
			'This browser blocks site data, and with it that by which tabs and windows find each other. Allow this site to keep data, and reload.'
	},
	silent: {
		words: 'the browser does not say whether windows may find each other',
		sentence:
			'The browser does not say whether tabs and windows may find each other here. Reload to ask again.'
	}
};
