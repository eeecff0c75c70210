import { inForce } from '../../sdp';
import { finding, lines, type Finding } from '../finding';
import { isForBrowsers, sectionName, usedSections, type Material } from '../material';

/** What is said of the DTLS roles: an offer leaves them open, and an answer decides (RFC 8842, 5.2 and 5.3). */
export function setup(material: Material): Finding | null {
	if (!isForBrowsers(material)) return null;
	if (material.role === null) return ofEither(material);
	if (material.role === 'answer') return openAnswer(material);
	for (const section of usedSections(material)) {
		const line = inForce(section, 'setup');
		const role = line?.fields.get('role');
		if (line === null) {
			return finding({
				id: 'offer.no-setup',
				claim: `The offer has no a=setup for ${sectionName(section)}, so who begins the DTLS handshake is not said.`,
				because: lines(material.of, [section.mLine]),
				todo: 'Say a=setup:actpass in each section of an offer.',
				source: 'RFC 8842, 5.2',
				refusedBy: ['Firefox']
			});
		}
		if (role === 'holdconn') {
			return finding({
				id: 'offer.setup-on-hold',
				claim: `a=setup:holdconn for ${sectionName(section)} says that nobody begins the DTLS handshake for now.`,
				because: lines(material.of, [line]),
				todo: 'Say a=setup:actpass in an offer.',
				source: 'RFC 8842, 5.2',
				severity: 'breaks the call',
				refusedBy: ['Firefox'],
				unanswerableBy: ['Chromium']
			});
		}
		if (role === 'active' || role === 'passive') {
			return finding({
				id: 'offer.setup-fixed',
				severity: 'will bite',
				claim: `The offer fixes the DTLS role for ${sectionName(section)}: ${role} instead of actpass, so an answerer that wants the same one cannot have it.`,
				because: lines(material.of, [line]),
				todo: 'Say a=setup:actpass in an offer; if this is an answer, it was handed over with the type “offer”.',
				source: 'RFC 8842, 5.2'
			});
		}
	}
	return null;
}

/**
 * Who has the offer as well compares both, and says it of the two. That it is an answer may be a word of the
 * prose around it; where it is the type that it is handed over with, browsers refuse it whatever it is.
 */
function openAnswer(material: Material): Finding | null {
	const roles = usedSections(material).map((section) => ({
		section,
		line: inForce(section, 'setup')
	}));
	const isOpen = (one: (typeof roles)[number]) => one.line?.fields.get('role') === 'actpass';
	const open = roles.find(isOpen);
	if (open === undefined) return null;
	const said = {
		id: 'sdp.setup-open',
		because: lines(material.of, [open.line]),
		todo: 'Answer active or passive. If this is really an offer, it was handed over with the type “answer”.',
		source: 'RFC 8842, 5.3'
	};
	const leaves = `a=setup:actpass for ${sectionName(open.section)} leaves open who begins the DTLS handshake, as an offer alone may`;
	if (material.isTyped && roles.every(isOpen)) {
		const claim = `${leaves}: its type is “answer”, and browsers refuse such an answer.`;
		return finding({ ...said, claim, refusedBy: ['Chromium', 'Firefox'] });
	}
	const claim = `${leaves}: if this is an answer, browsers refuse it.`;
	return finding({ ...said, claim, severity: 'worth knowing', isCertain: false });
}

/** Of what may be an offer or an answer: either has to say it (RFC 8842, 5.2 and 5.3). A list of abilities has not. */
function ofEither({ of, description }: Material): Finding | null {
	const { sections } = description;
	const isSaid = sections.some((section) => inForce(section, 'setup') !== null);
	// Old browsers and telephones have no other keys.
	const isDtls = sections.some((section) => inForce(section, 'fingerprint') !== null);
	if (isSaid || !isDtls) return null;
	return finding({
		id: 'sdp.no-setup',
		claim:
			'No line has a=setup, so who begins the DTLS handshake is not said: Firefox refuses an offer without it.',
		because: lines(of, [sections[0]?.mLine]),
		todo: 'Say a=setup:actpass in each section of an offer, and a=setup:active or passive in an answer.',
		source: 'RFC 8842, 5.2 and 5.3'
	});
}
