import { base } from '$app/paths';
import { keep, recall } from './kept';
import { OTHER_BROKER } from './other-broker';

/** Brokers that were agreed to, as many as are kept. */
const MOST_AGREED = 20;

/** Where the site’s broker is: the one that it was built for, else on the server of the site itself. */
export function siteBroker(): string {
	if (OTHER_BROKER !== '') return OTHER_BROKER;
	const url = new URL(`${base}/mqtt`, location.href);
	url.protocol = url.protocol === 'https:' ? 'wss:' : 'ws:';
	return url.href;
}

/** Where rooms are that are made here; null for the site’s broker. */
export const chosenBroker = (): string | null => recall('broker') || null;

/**
 * Has rooms that are made here be at a broker.
 * @param url null for the site’s
 * @returns whether that is kept: a browser may forbid it
 */
export function chooseBroker(url: string | null): boolean {
	const other = url === siteBroker() ? null : url;
	keep('broker', other ?? '');
	return chosenBroker() === other;
}

/** Whether a broker is the site’s, or somebody here chose it or agreed to speak to it. */
export const isAgreed = (url: string): boolean =>
	url === siteBroker() || url === chosenBroker() || (recall('agreed') ?? []).includes(url);

/** The brokers, beside the chosen one, that this browser speaks to where a link names them. */
export const agreedBrokers = (): readonly string[] =>
	(recall('agreed') ?? []).filter((url) => url !== chosenBroker());

/** Asks anew before any broker is spoken to that a link names. */
export const forgetAgreed = (): void => keep('agreed', []);

/**
 * Keeps that somebody agrees to speak to a broker that a link names.
 * @returns whether that is kept: a browser may forbid it
 */
export function agreeTo(url: string): boolean {
	const others = (recall('agreed') ?? []).filter((one) => one !== url);
	keep('agreed', [url, ...others].slice(0, MOST_AGREED));
	return isAgreed(url);
}
