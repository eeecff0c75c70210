import type { IceServer } from '../servers/ice-server';
import { readServers } from './find-servers';

/** What is written beside the URLs. */
export interface Login {
	readonly username: string;
	readonly credential: string;
}

/** Whether a text is a list of servers with their own logins: `iceServers` of a program, or what is in it. */
export const isList = (text: string): boolean => text.includes('{');

/**
 * The servers that somebody has entered: URLs with blanks, commas or line ends between them, which are one
 * server with one login, or what stands in a program, as JavaScript or as JSON.
 */
export function enteredServers(text: string, { username, credential }: Login): IceServer[] {
	// Entries that were copied without the brackets around them are a list as well.
	if (isList(text)) return readServers(/^\s*\{/.test(text) ? `[${text}]` : text);
	const urls = text
		.replace(/^\s*\[([\s\S]*)\]\s*;?\s*$/, '$1')
		.split(/[\s,;]+/)
		.map((one) => one.replace(/^["'`]|["'`]$/g, ''))
		.filter((one) => one !== '');
	return urls.length === 0 ? [] : [{ urls, username: username.trim(), credential }];
}
