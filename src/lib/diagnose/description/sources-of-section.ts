import type { Section } from '../../sdp';
import { finding, lines, type Finding } from '../finding';
import { sectionName, usedSections, type Material } from '../material';

/** The sources of a section, each with the track that its own line names; null where it names none. */
function sourcesOf(section: Section): Map<string, string | null> {
	const sources = new Map<string, string | null>();
	for (const { value } of section.attributes('ssrc')) {
		const [, source, attribute = '', track] = /^(\d+) ([\w-]+)(?::(.*))?/.exec(value) ?? [];
		if (source === undefined) continue;
		if (attribute === 'msid') sources.set(source, track?.trim() ?? null);
		else if (!sources.has(source)) sources.set(source, null);
	}
	return sources;
}

const sends = ({ direction }: Section) => direction === 'sendrecv' || direction === 'sendonly';

/**
 * Sources that Chromium 156 refuses, tried with an offer and an answer: more than one for the one track of a
 * section for sound, and some with a track of their own beside some without. For pictures, which have a source
 * for retransmissions, and in Firefox 153 the first is taken.
 */
export function sourcesOfSection(material: Material): Finding[] {
	const all = material.description.sections;
	const isNamed = all.some((section) => section.attribute('msid') !== undefined);
	return usedSections(material)
		.filter((section) => section.isRtp && sends(section))
		.flatMap((section) => {
			// Pictures may have several, where the section names the track.
			if (isNamed && section.kind !== 'audio') return [];
			const sources = sourcesOf(section);
			if (sources.size < 2) return [];
			const tracks = new Set(sources.values());
			const isMixed = !isNamed && tracks.size > 1 && tracks.has(null);
			const isOne = section.attribute('msid') !== undefined || (!isNamed && tracks.size === 1);
			if (!isMixed && !(isOne && section.kind === 'audio')) return [];
			const names = [...sources.keys()].slice(0, 3).join(', ');
			const because = lines(material.of, section.attributes('ssrc'));
			return finding({
				id: isMixed ? 'sdp.source-without-track' : 'sdp.sources-of-sound',
				claim: isMixed
					? `${sectionName(section)} has sources with a track (a=ssrc:… msid:…) beside some without (${names}): Chromium takes them for two tracks in one section.`
					: `${sectionName(section)} has ${sources.size} sources for one track of sound (${names}): Chromium takes one.`,
				because,
				todo: isMixed
					? 'Name the track once for the section (a=msid:), or in the lines of each source.'
					: 'Leave one SSRC in the section, and for a second track add a section; sound has no source for retransmissions (a=ssrc-group:FID).',
				source: 'RFC 9429, 5.2.1; RFC 8830, 2',
				refusedBy: ['Chromium']
			});
		})
		.slice(0, 1);
}
