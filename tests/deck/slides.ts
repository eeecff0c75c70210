import { readFileSync } from 'node:fs';
import { slides } from '../../src/lib/deck';

/** A slide as it is written, its front matter with the notes included. */
export function slideText(slug: string): string {
	const slide = slides.find((one) => one.slug === slug);
	if (!slide) throw new RangeError(`There is no slide "${slug}" in content/.`);
	return readFileSync(`content/${slide.file}`, 'utf8');
}

/** A link of a slide: what it is called, and where it leads. */
export interface Link {
	text: string;
	url: string;
}

/** The links in a text in Markdown. */
export function linksIn(markdown: string): Link[] {
	return [...markdown.matchAll(/\[([^\]]+)\]\(([^)\s]+)\)/g)].map(([, text, url]) => ({
		text: text!,
		url: url!
	}));
}

/** The specification that an address leads to: `RFC 8445`, `webrtc`, a draft; null for another page. */
export function documentAt(url: string): string | null {
	const rfc = /^https:\/\/www\.rfc-editor\.org\/rfc\/rfc(\d+)/.exec(url)?.[1];
	if (rfc !== undefined) return `RFC ${rfc}`;
	return (
		/^https:\/\/www\.w3\.org\/TR\/([\w-]+)/.exec(url)?.[1] ??
		/^https:\/\/datatracker\.ietf\.org\/doc\/(?:html\/)?(draft-[\w-]+)/.exec(url)?.[1] ??
		null
	);
}
