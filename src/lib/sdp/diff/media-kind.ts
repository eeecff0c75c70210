/** Codecs that carry sound, by their names in lower case; with RFC 3551, 6, table 4. */
const AUDIO: ReadonlySet<string> = new Set([
	'opus',
	'multiopus',
	'pcmu',
	'pcma',
	'g722',
	'g723',
	'g728',
	'g729',
	'gsm',
	'dvi4',
	'lpc',
	'l16',
	'qcelp',
	'mpa',
	'cn',
	'telephone-event',
	'isac',
	'ilbc',
	'speex',
	'amr',
	'amr-wb',
	'evs',
	'mp4a-latm'
]);

/** Codecs that carry pictures; with RFC 3551, 6, table 5. */
const VIDEO: ReadonlySet<string> = new Set([
	'vp8',
	'vp9',
	'h261',
	'h263',
	'h263-1998',
	'h263-2000',
	'h264',
	'h264-svc',
	'h265',
	'h266',
	'av1',
	'av1x',
	'celb',
	'jpeg',
	'nv',
	'mpv'
]);

/** What goes beside another codec and carries neither sound nor pictures by itself, by its name in lower case. */
const HELPERS = /^(?:cn|telephone-event|red|rtx|ulpfec|flexfec.*)$/;

/** Whether a codec only goes beside others: key presses, comfort noise, repair. */
export const isHelper = (key: string): boolean => HELPERS.test(key);

/** The only kind of section that a codec fits into; null where it fits more, or is not known. */
export function kindOfCodec(key: string): 'audio' | 'video' | null {
	if (AUDIO.has(key)) return 'audio';
	return VIDEO.has(key) ? 'video' : null;
}
