import { isHelper, kindOfCodec, type Codec, type Section } from '../../sdp';
import { finding, lines, type Finding } from '../finding';
import { isForBrowsers, sectionName, usedSections, type Material } from '../material';

/** Codecs that no browser has, though programs on networks of telephones and cameras do; by their names in lower case. */
const ELSEWHERE: ReadonlySet<string> = new Set([
	'gsm',
	'gsm-efr',
	'g723',
	'g726-32',
	'g728',
	'g729',
	'lpc',
	'dvi4',
	'qcelp',
	'speex',
	'amr',
	'amr-wb',
	'evs',
	'mpa',
	'mp4a-latm',
	'mpeg4-generic',
	'mp4v-es',
	'h261',
	'h263',
	'h263-1998',
	'h263-2000',
	'theora',
	'jpeg',
	'celb',
	'nv',
	'mpv'
]);

/** The codecs that the m= line of a section names, as far as something says what they are. */
const namedIn = (section: Section): readonly (Codec | undefined)[] =>
	(section.mLine?.fields.all('fmt') ?? []).map((format) => section.codecs.get(format));

/** Whether no browser plays a codec in a section: it has none of that name, or only for the other kind. */
function isLost({ key }: Pick<Codec, 'key'>, kind: string): boolean {
	const own = kindOfCodec(key);
	return ELSEWHERE.has(key) || (own !== null && own !== kind);
}

/** Whether the first codec of a section is one of browsers, which is soon seen of most. */
function isPlayed(section: Section, kind: string): boolean {
	const fields = section.attribute('rtpmap')?.fields;
	if (!fields || fields.problem !== null || !section.lists(fields.get('payload-type')))
		return false;
	const key = fields.get('encoding').toLowerCase();
	return !isHelper(key) && !isLost({ key }, kind);
}

/**
 * A section of an offer has codecs that no browser has, and no other: it is rejected in the answer, or answered with what
 * goes beside them (RFC 7874, 3, and RFC 7742, 5, say what every browser has).
 */
export function codecsElsewhere(material: Material): Finding | null {
	if (material.role === 'answer' || !isForBrowsers(material)) return null;
	for (const section of usedSections(material)) {
		const { kind } = section;
		if (!section.isRtp || (kind !== 'audio' && kind !== 'video')) continue;
		if (isPlayed(section, kind)) continue;
		const named = namedIn(section);
		if (named.some((codec) => codec === undefined)) continue;
		const codecs = named.filter((codec) => codec !== undefined && !isHelper(codec.key)) as Codec[];
		if (codecs.length === 0 || !codecs.every((codec) => isLost(codec, kind))) continue;
		const names = [...new Set(codecs.map(({ name }) => name.slice(0, 20)))].slice(0, 8).join(', ');
		const what = kind === 'video' ? 'pictures' : 'sound';
		return finding({
			id: 'sdp.no-browser-codec',
			severity: 'breaks a part',
			claim: `Of the codecs in ${sectionName(section)}, ${names}, no browser has any for ${what}. A browser takes the offer, but rejects the section in its answer, or answers it without a codec for ${what}: none flows.`,
			because: lines(material.of, [
				section.mLine,
				...codecs.map(({ payloadType }) => section.lineOf('rtpmap', payloadType))
			]),
			todo: 'Offer what every browser has: Opus, PCMU and PCMA for sound, VP8 and H.264 for pictures; or have a server in between that translates.',
			source: 'RFC 7874, 3; RFC 7742, 5'
		});
	}
	return null;
}
