import type { SeatView } from '$lib/tabs/company';

/** A version of the site, as its builder named it: by default the time at which it was built, in ms. */
export function versionWords(site: string): string {
	const time = /^\d{13}$/.test(site) ? new Date(Number(site)) : null;
	if (time === null) return `“${site}”`;
	const written = new Intl.DateTimeFormat('en-GB', { dateStyle: 'medium', timeStyle: 'medium' });
	return `built on ${written.format(time)}`;
}

/** Where a peer is, in a few words. */
export function whereabouts({ by, doing, isFar }: SeatView): string {
	if (by === 'nobody') return 'the seat is empty';
	if (by === 'this') return 'in this tab';
	const elsewhere = isFar ? 'on another machine' : 'in another tab';
	if (doing === null) return elsewhere;
	if (doing === 'silent') return `${elsewhere}, which does not answer`;
	return `${elsewhere}, ${doing === 'away' ? 'in the background' : doing}`;
}
