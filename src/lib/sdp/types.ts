/** Where a line or a value is defined. */
export interface Spec {
	/** `RFC 8839`, `W3C webrtc-pc`, … */
	readonly document: string;
	/** `5.1`; null where the whole document is meant. */
	readonly section: string | null;
	/** Where to read it. */
	readonly url: string;
}

/** Whether a line belongs to a standard, to the past, or to one maker of software. */
export interface Usage {
	readonly kind: 'standard' | 'legacy' | 'vendor';
	/** Who writes it, in words: `WebRTC`, `Chromium`, `SIP phones`. */
	readonly by: string;
}

/** Where an attribute may stand: in the session part, in a media section, behind an `a=ssrc`. */
export type Level = 'session' | 'media' | 'both' | 'source';

/** One word of a line: `text.slice(start, end) === value`. Between tokens there are only separators. */
export interface Token {
	/** Offset in the line's text, in UTF-16 code units. */
	readonly start: number;
	readonly end: number;
	/** The name that the specification's grammar gives it. */
	readonly name: string;
	readonly value: string;
	/** What it says, in one sentence. */
	readonly meaning: string;
}

/** A line and everything that can be said about it. Plain data, but `Line` computes it when asked. */
export interface AnnotatedLine {
	/** Position in the input, from 1. */
	readonly number: number;
	/** Exactly as it was, without its line ending. */
	readonly text: string;
	/** `\r\n`, `\n`, `\r`, or nothing at the end of the input. */
	readonly ending: string;
	/** `v`, `m`, `a`, …; empty where the line does not begin with a letter and `=`. */
	readonly type: string;
	/** The attribute's name for an `a=` line, else empty. */
	readonly attribute: string;
	/** Whether a specification or a browser is known to define it. */
	readonly known: boolean;
	/** What is wrong with the line, in one sentence; null where nothing is. */
	readonly problem: string | null;
	/** What the line says, in one sentence made from its values. */
	readonly explanation: string;
	/** null for what no known document defines. */
	readonly spec: Spec | null;
	readonly usage: Usage | null;
	/** Where the attribute may stand; null for what is unknown. */
	readonly level: Level | null;
	readonly tokens: readonly Token[];
}

/** `AnnotatedLine` as JSON, with its section's index: -1 is the session part. */
export interface LineJson extends AnnotatedLine {
	readonly section: number;
}
