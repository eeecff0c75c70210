import { bundlesOf, midsOf, type Line } from '../../sdp';
import { finding, lines, type Finding } from '../finding';
import type { Material } from '../material';

const sourceOf = ({ value }: Line) => /^\d+/.exec(value)?.[0] ?? null;

/** The first two lines that give one source to two sections of a bundle; null where none do. */
function shared({ description }: Material): readonly [Line, Line] | null {
	for (const group of bundlesOf(description)) {
		const owners = new Map<string, Line>();
		for (const mid of new Set(midsOf(group))) {
			const section = description.sectionOf(mid);
			if (!section?.isRtp || section.isRejected) continue;
			for (const line of section.attributes('ssrc')) {
				const source = sourceOf(line);
				if (source === null) continue;
				const former = owners.get(source);
				if (former && former.section !== line.section) return [former, line];
				owners.set(source, line);
			}
		}
	}
	return null;
}

/**
 * A bundle is one RTP session (RFC 9143, 9), in which a source has an SSRC of its own (RFC 3550, 8): one
 * that stands in two sections does not tell whose packet it is (RFC 9143, 9.2).
 */
export function sourceTwice(material: Material): Finding | null {
	const found = shared(material);
	if (found === null) return null;
	const isAnswer = material.role === 'answer';
	return finding({
		id: isAnswer ? 'answer.source-twice' : 'offer.source-twice',
		claim: `SSRC ${sourceOf(found[0])!.slice(0, 10)} stands in two sections of a bundle: its packets cannot be told apart.`,
		because: lines(material.of, found),
		todo: 'Give each section an SSRC of its own; who writes a=ssrc lines from a template has to make new ones for each.',
		source: 'RFC 3550, 8; RFC 9143, 9.2',
		...(isAnswer ? { refusedBy: ['Chromium'] } : { unanswerableBy: ['Chromium'] })
	});
}
