import { bundlesOf, midsOf, type Codec, type Section } from '../../sdp';
import { finding, lines, type Finding } from '../finding';
import { sectionName, type Material } from '../material';

/** What a payload type stands for, whatever its parameters are. */
const meaningOf = ({ key, clockRate, channels }: Codec) => `${key}/${clockRate}/${channels ?? '1'}`;

const mapOf = (section: Section, payloadType: string) =>
	section.lineOf('rtpmap', payloadType) ?? section.mLine;

/**
 * A payload type stands for one codec in all sections of an offered bundle (RFC 9143, 9.1). What an answer does is compared
 * with its offer.
 */
export function bundledPayloadTypes({ of, role, description }: Material): Finding | null {
	if (role === 'answer') return null;
	for (const group of bundlesOf(description)) {
		const owners = new Map<string, { section: Section; codec: Codec }>();
		for (const mid of midsOf(group)) {
			const section = description.sectionOf(mid);
			if (!section?.isRtp || section.isRejected) continue;
			for (const [number, codec] of section.codecs) {
				if (!section.lists(number)) continue;
				const former = owners.get(number);
				owners.set(number, { section, codec });
				if (!former || former.section === section) continue;
				if (meaningOf(former.codec) === meaningOf(codec)) continue;
				return finding({
					id: 'sdp.payload-type-in-bundle',
					// Chromium itself does that among its sections for pictures when it offers again.
					severity: former.section.kind === section.kind ? 'worth knowing' : 'will bite',
					claim: `Payload type ${number.slice(0, 10)} stands for ${former.codec.name.slice(0, 40)} in ${sectionName(former.section)} and for ${codec.name.slice(0, 40)} in ${sectionName(section)}, which share one transport: a packet that does not name its section may be taken for the other's, and some versions of Chromium refuse it as a codec collision.`,
					because: lines(of, [mapOf(former.section, number), mapOf(section, number)]),
					todo: 'Let a payload type stand for one codec in all sections of a bundle.',
					source: 'RFC 9143, 9.1'
				});
			}
		}
	}
	return null;
}
