import { hasMask } from './masked';

/** How a text was damaged by how it was copied, which says nothing of what it was copied from. */
export type CopyDamage = 'shortened' | 'masked' | 'filled-in';

// An ellipsis, three dots at an end, and what Node writes. Firefox calls itself "mozilla...THIS_IS_SDPARTA".
const SHORTENED =
	/…|\.{3}(?=$|["'\s)}\],]| ?\d+ more )|<\d+ (?:more|chars|bytes)|[[(<]\s?truncated\b/;

// [redacted], <ip>, ***, black boxes, in whatever field of a line.
const MASKED = new RegExp(
	[
		String.raw`[[<({](?:[A-Za-z\d]{1,30}[ _-]{1,3}){0,3}(?:redacted|masked|removed|hidden|filtered|anonymi[sz]ed|obfuscated|ip|ip[ _-]?addr(?:ess)?|address|host|secret)(?:[ _-][\w-]+)?[\])>}]`,
		String.raw`(?<!\w)(?:redacted|anonymi[sz]ed|masked)(?!\w)`,
		String.raw`\*{3,}|[█■▇]{2,}`
	].join('|'),
	'i'
);
/** A word in capital letters where bytes belong: G and what follows are no digits of them. */
const WORD_FOR_BYTES = /^a=fingerprint:\S+ (?=[A-Z_\d]*[G-Z])[A-Z][A-Z_\d]*$/;
/** A run of one letter, and no more than that. */
const LETTERS = /(?<![\w+/])(?:x{5,}|X{3,})(?![\w+/])/;
/** What a program puts a value in the place of: templates of JavaScript, Handlebars and ERB, and formats of C. */
const FILLED_IN =
	/\$\{[^{}\r\n]{1,60}\}|\{\{[^{}\r\n]{1,60}\}\}|<%[^%\r\n]{1,60}%>|(?<![\w%])%l{0,2}[sdu](?![\w%])/;
/** Only there are addresses, secrets, and numbers that are masked. */
const HAS_SECRET =
	/^(?:a=)?(?:candidate|rtcp|ice-ufrag|ice-pwd|fingerprint|remote-candidates):|^[cmo]=/;

/** A secret or a name that a person wrote the beginning of, or both ends, which says no less of the description. */
const ABRIDGED =
	/^a=(?:fingerprint|ice-ufrag|ice-pwd|candidate|ssrc|ssrc-group|msid|crypto|tls-id|identity):.*(?:…|\.{3})$|^a=fingerprint:\S+ (?:[\da-fA-F]{2}:)+(?:…|\.{2,4})(?::[\da-fA-F]{2})+$/;

/** Whether a console shortened a description; that a line within it is abridged is no such. */
export function isShortened(sdp: string): boolean {
	if (!/…|\.{3}|<\d|truncated/.test(sdp)) return false;
	const lines = sdp.split(/[\r\n]+/).filter((line) => line !== '');
	return lines.some(
		(line, at) => SHORTENED.test(line) && (at === lines.length - 1 || !ABRIDGED.test(line))
	);
}

/** What happened to a line of a description, or to a candidate, when it was copied; null where nothing did. */
export function copyDamageOf(line: string): CopyDamage | null {
	if (SHORTENED.test(line)) return 'shortened';
	if (FILLED_IN.test(line)) return 'filled-in';
	if (!HAS_SECRET.test(line)) return null;
	if (WORD_FOR_BYTES.test(line)) return 'masked';
	return MASKED.test(line) || LETTERS.test(line) || hasMask(line) ? 'masked' : null;
}

/** What people write in place of a password; fewer letters may have been drawn. */
const WORD =
	/^a=ice-pwd:(?=[\w.-]{6})(?:[a-z]+|[A-Z]+|[A-Z][a-z]+)(?:[-_.]?[A-Za-z][a-z]*){0,4}[ \t]*$/;
/** No password is shorter (RFC 8839, 5.4), in UTF-16 code units with its name. */
const SHORTEST = 'a=ice-pwd:'.length + 22;
/** A user name fragment that a program has drawn. */
const DRAWN = /^a=ice-ufrag:(?=\S{4})(?=\S*(?:[\d+/]|[a-z][A-Z]))\S+/m;

/**
 * What happened to each line of a description when it was copied. A word for a password that is too short stands
 * in place of one where the user name fragment was drawn, for a program draws both.
 */
export function damagesIn(sdp: string): (CopyDamage | null)[] {
	const isDrawn = DRAWN.test(sdp);
	return sdp.split(/\r\n|\n|\r/).map((line) => {
		const isWord = isDrawn && line.length < SHORTEST && WORD.test(line);
		return copyDamageOf(line) ?? (isWord ? 'masked' : null);
	});
}

/** The numbers of the lines of a description that were masked or abridged, or are filled in by a program, from 1. */
export function maskedLines(sdp: string): number[] {
	const damages = damagesIn(sdp);
	return sdp
		.split(/\r\n|\n|\r/)
		.flatMap((line, at) =>
			/^(?:masked|filled-in)$/.test(damages[at] ?? '') || ABRIDGED.test(line) ? [at + 1] : []
		);
}

/** One sentence about a candidate that was damaged so. */
export const DAMAGED_CANDIDATE: Readonly<Record<CopyDamage, string>> = {
	shortened: 'Part of it is missing: a console shortened it, and shows “…” in its place.',
	masked: 'Whoever passed it on has masked its address: it is no name of a host, and says nothing.',
	'filled-in': 'A program fills something in: what stands here is no candidate yet.'
};
