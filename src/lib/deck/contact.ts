/** Where a speaker is reached: an e-mail address, or a page that is served by HTTPS. */
export function isContact(value: string): boolean {
	return isMail(value) || isPage(value);
}

/** Where the link to a contact leads (RFC 6068, 2 for `mailto:`). */
export function contactAddress(contact: string): string {
	return isMail(contact)
		? `mailto:${encodeURI(contact).replaceAll('?', '%3F').replaceAll('&', '%26')}`
		: contact;
}

/** A contact as it is read from a wall: an address of a page without what is the same in all. */
export function contactText(contact: string): string {
	return contact.replace(/^https:\/\//, '').replace(/\/$/, '');
}

/** One address, not a list; whether somebody reads it, no form can tell. */
function isMail(value: string): boolean {
	return /^[^\s@:/,]+@[^\s@:/,]+\.[^\s@:/,.]+$/.test(value);
}

function isPage(value: string): boolean {
	return !/\s/.test(value) && URL.canParse(value) && new URL(value).protocol === 'https:';
}
