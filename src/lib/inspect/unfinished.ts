import {
	annotate,
	bundlesOf,
	isBegun,
	midsOf,
	REGISTERED_ATTRIBUTES,
	type Description,
	type Section
} from '../sdp';

/** Bytes of a fingerprint, up to its last but one (RFC 8122, 5). */
const bytes = (fewer: number) => String.raw`(?:[\dA-Fa-f]{1,2}:?){0,${fewer}}`;
/** Values that are shorter than any may be (RFC 8839, 5.4), or than their hash function makes them. */
const SHORT = new RegExp(
	`^a=(?:ice-ufrag:\\S{0,3}|ice-pwd:\\S{0,21}|fingerprint:(?:sha-1 ${bytes(19)}|sha-256 ${bytes(31)}|sha-384 ${bytes(47)}|sha-512 ${bytes(63)}))$`
);
const NAME = /^a=([a-z][a-z-]*)$/;

/** A line that says nothing at all: somebody stopped in its first letters. */
const NOTHING = /^(?:a|a=|[abcikmoprstuvez]=?)$/;

/**
 * Whether a description breaks off where its text does, so that what would have followed is missing with it: within a
 * value or a name, or in front of what each has. Where its last line has a line end, which may be that of the file, one
 * sign of that is not enough.
 * @param isLast whether nothing stands behind it in the text
 */
export function isUnfinished(sdp: string, isLast: boolean): boolean {
	const end = /\r?\n?$/.exec(sdp)![0];
	const last = /[^\r\n]*$/.exec(sdp.slice(-LONGEST_LINE, sdp.length - end.length))![0];
	const isStopped = NOTHING.test(last) || SHORT.test(last) || isPartOfName(last);
	// A file ends with a line end of its own kind.
	const isEnded = end !== '' && (end !== '\n' || !sdp.includes('\r\n'));
	if (!isEnded && isStopped) return true;
	if (!isLast) return false;
	if (NOTHING.test(last)) return true;
	const all = annotate(sdp);
	const isWithin = isStopped || isBegun(last);
	const section = all.sections.at(-1);
	if (section === undefined) return isWithin || isBarelyBegun(all);
	const isCutBundle = bundlesOf(all).some((group) => endsWithin(midsOf(group), all));
	if (!isEnded && (isWithin || isWithoutFormats(section))) return true;
	// A bundle that names what is not there may be wrong itself.
	const signs = [isWithin, isCutBundle, namesUnknown(section)];
	return isBarelyBegun(all) || signs.filter(Boolean).length > 1;
}

/** So much of the last line is looked at. */
const LONGEST_LINE = 2000;

function isPartOfName(line: string): boolean {
	const [, name] = NAME.exec(line) ?? [];
	if (name === undefined || REGISTERED_ATTRIBUTES.has(name)) return false;
	return [...REGISTERED_ATTRIBUTES.keys()].some((known) => known.startsWith(name));
}

/** Whether of the sections of a bundle the first are there and the others not. */
function endsWithin(mids: readonly string[], all: Description): boolean {
	const missing = mids.findIndex((mid) => all.sectionOf(mid) === undefined);
	if (missing === -1 || all.sections.length >= mids.length) return false;
	return mids.slice(missing).every((mid) => all.sectionOf(mid) === undefined);
}

/** What each section has for its transport, itself or from the session part (RFC 9429, 5.2.1). */
const OF_TRANSPORT = ['ice-ufrag', 'ice-pwd', 'fingerprint', 'setup', 'mid', 'rtcp-mux'];

/**
 * Whether a description has nothing but the beginning of its session part, or ends with one of a section: several
 * things are missing in it at once, and whoever takes one out by a mistake leaves the others.
 */
function isBarelyBegun(all: Description): boolean {
	const last = all.sections.at(-1);
	if (last === undefined) {
		const isNamed = bundlesOf(all).some((group) => midsOf(group).length > 0);
		return isNamed || !all.session.lines.some(({ type }) => type === 't');
	}
	if (!isWithoutFormats(last)) return false;
	const missing = OF_TRANSPORT.filter((name) => last.effective(name) === undefined);
	return missing.length > (last.kind === 'application' ? 2 : 1);
}

/** What stands with the formats of a section, and behind what its transport has. */
const WITH_FORMATS =
	/^(?:rtpmap|fmtp|rtcp-fb|ssrc|ssrc-group|rid|simulcast|sctp-port|sctpmap|max-message-size)$/;
/** RFC 3551, 6: the formats that a=rtpmap has to name. */
const DYNAMIC = /^(?:9[6-9]|1[01]\d|12[0-7])$/;

/** Whether a section names formats that nothing in it explains, and has nothing of what stands behind them. */
function isWithoutFormats(section: Section): boolean {
	if (section.lines.some(({ attribute }) => WITH_FORMATS.test(attribute))) return false;
	return namesUnknown(section);
}

/** Whether a section names a format that nothing in it explains; of one that is rejected nobody explains any. */
function namesUnknown(section: Section): boolean {
	if (section.isRejected) return false;
	const formats = section.mLine?.fields.all('fmt') ?? [];
	if (section.kind === 'application')
		return (
			section.attribute('sctp-port') === undefined && section.attribute('sctpmap') === undefined
		);
	// A head without any is a fault of its own where lines stand behind it.
	if (formats.length === 0) return section.lines.length === 1;
	return formats.some((one) => DYNAMIC.test(one) && !section.codecs.has(one));
}
